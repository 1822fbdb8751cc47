#!/usr/bin/env bash
# Teachers, what they say, and the reader that learns from it, on one GPU: run.sh BASE TEACHER GOLD WINDOWS OUT
# BASE and TEACHER are folders of the published models, WINDOWS is from windows.py. Minutes may be given as
# TEACHER_MINUTES and MINUTES. Stops at the first failure.
set -euo pipefail
base=$1 teacher=$2 gold=$3 windows=$4 out=$5
here=$(dirname "$0") words=$base/tokenizer.json folds=5
mkdir -p "$out"

waiting=()
for ((fold = 0; fold < folds; fold++)); do
    python3 "$here/train.py" "$teacher" "$words" "$gold" "$windows" "$out/teacher$fold.pt" \
        --leave $fold $folds --epochs 12 --minutes "${TEACHER_MINUTES:-2.6}" --batch 16 --rate 5e-5 \
        --workers 2 --seed $fold > "$out/teacher$fold.log" 2>&1 &
    waiting+=($!)
done
for one in "${waiting[@]}"; do wait "$one"; done
python3 "$here/label.py" "$teacher" "$words" "$windows" "$out/taught.pkl" "$out"/teacher?.pt
python3 "$here/train.py" "$base" "$words" "$gold" "$out/taught.pkl" "$out/reader.pt" \
    --taught 0.6 --epochs 120 --minutes "${MINUTES:-4.5}" --batch 64 --rate 6e-4 --mask 0.05 --as-exported 0.15 --workers 4
python3 "$here/export.py" "$base" "$words" "$out" "$out/reader.pt" --reduce-range

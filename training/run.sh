#!/usr/bin/env bash
# Teachers, what they say, and the readers that learn from it, on one GPU: run.sh BASE TEACHER GOLD WINDOWS START OUT
# BASE and TEACHER are folders of the published models, WINDOWS is from windows.py, START the weights (.pt) from which the
# readers start. Minutes may be given as TEACHER_MINUTES and MINUTES. Stops at the first failure.
set -euo pipefail
base=$1 teacher=$2 gold=$3 windows=$4 start=$5 out=$6
here=$(dirname "$0") words=$base/tokenizer.json folds=5
mkdir -p "$out"

# Wait for all that run in the background; fail if one did.
all_of() { for one in "$@"; do wait "$one"; done; }

waiting=()
for ((fold = 0; fold < folds; fold++)); do
    python3 "$here/train.py" "$teacher" "$words" "$windows" "$out/teacher$fold.pt" \
        --leave $fold $folds --epochs 60 --minutes "${TEACHER_MINUTES:-3.3}" --batch 32 --rate 7e-5 --mask 0.05 \
        --workers 2 --seed $fold > "$out/teacher$fold.log" 2>&1 &
    waiting+=($!)
done
all_of "${waiting[@]}"
python3 "$here/label.py" "$teacher" "$words" "$windows" "$out/taught.pkl" "$out"/teacher?.pt

waiting=()
for taught in 0.6 0.75; do
    python3 "$here/train.py" "$base" "$words" "$out/taught.pkl" "$out/reader$taught.pt" --start "$start" --judge "$gold" \
        --taught $taught --epochs 200 --minutes "${MINUTES:-5.9}" --batch 64 --rate 3e-4 --head-rate 1e-3 --mask 0.05 \
        --as-exported 0.12 --workers 3 --seed "${taught#0.}" > "$out/reader$taught.log" 2>&1 &
    waiting+=($!)
done
all_of "${waiting[@]}"
python3 "$here/export.py" "$base" "$words" "$out" "$out/reader0.6.pt" "$out/reader0.75.pt" "$start" \
    --shares 0.5 0.2 0.3 --reduce-range

"""The words by which reports carry somebody's words, and those that name who speaks."""

import re

from sayso.model import SpeakerKind
from sayso.read.text.patterns import Pattern

__all__ = [
    "ACCORDING", "ACCORDING_OFFICE", "ACCOUNTS", "ACCUSES", "AFTER", "ANNOUNCED", "APPOSED", "BEFORE",
    "BEHIND_NAME", "BODY", "BODY_NAMED", "BY_COUNT", "BY_WHOM", "CARRIED", "CHIEF_NAMED", "CITED", "CUE",
    "DENIAL", "END_OF_LINE", "FIGURE_OF", "FIRST_HALF", "FIRST_OF_TWO", "FIRST_PART", "FULL_NAME",
    "GIVEN_BY", "GIVES_NAME", "GIVES_TOO", "GOES_ON", "HALF_SAID", "HE_SAID", "INITIALS", "INTRODUCES",
    "IN_PLACE", "ISSUED", "IS_TOLD", "ITS_FIGURE", "LAST_PART", "MEMBER", "NAMED_AFTER", "NAMED_BEHIND",
    "NAMED_BY", "NAMED_BY_SOURCE", "NEXT_CLAUSE", "NOBODY", "NOT_OF_NAME", "NOUN_CUE", "NO_INVERSION",
    "NO_TELLER", "OFFICES", "OF_ANOTHER", "OF_DENIAL", "OF_FORCES", "OF_GUARDS", "OF_HIMSELF", "OF_LIST",
    "OF_POLICE", "OF_SOMEBODY", "OF_WHICH", "ONE", "ONLY_BY", "OPEN_CUE", "PAPER", "PASSIVE", "PLAIN_CUE",
    "PRONOUNS", "QUOTES", "QUOTE_MARK", "RELATIVE", "REPORTED_BY", "SAID_BY", "SAID_SOMEBODY", "SAYS_MORE",
    "SIGNED", "SOMEBODY", "SURNAME_SAID", "TITLE_BEFORE", "TOLD", "TOLD_BY_ANOTHER", "TORN_BRACKET",
    "TORN_OFF", "VIA", "WHO_END", "WHO_IS",
]  # fmt: skip

# Verbs that carry somebody's words only with "that" behind them.
THAT = (
    r"(?:fear(?:s|ed)?|suggest(?:s|ed)?|observ(?:es|ed)|continue[sd]|agree[sd]?|clarif(?:y|ies|ied)|lament(?:s|ed)|conclude[sd]?|determine|guess(?:es|ed)?|assume[sd]?|"
    r"predict(?:s|ed)?|(?:remind|assur|brief|advis|notifi|appris)(?:es|s|ed) (?:\w+ ){1,2}?|(?:makes?|made) (?:it )?(?:clear|known|public)|let (?:it )?be known|points? out|pointed out|"
    r"post(?:s|ed) (?:on \w+)?|(?:is|are|was|were) (?:sure|certain|convinced|confident)|(?:says?|said) only) ?(?=that\b)"
)
REVISES = r"(?:rais|lower|revis|correct)(?:es|ed)(?= (?:(?:the|its|their) (?:\w+ )?tolls?|to \d+|(?:it|that|this) (?:up |down )?(?:to|from))\b)"
FIGURE = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|none)"
)
# Words by which reports carry somebody's words.
CUE = Pattern(
    rf"\b(?:{THAT}|{REVISES}|(?:kn(?:ows?|ew)|(?:is|are|was|were) aware) of(?= (?:\w+ ){{0,2}}?{FIGURE}\b)|"
    r"(?<!has )(?<!have )learn(?:s|ed)(?= (?:that|there|of)\b)|ruled(?= that\b)|advised|spoken of|(?<=^ )state(?=[.,]|$| that\b)|"
    r"(?:gives?|gave|given)(?= (?:reporters )?(?:the (?:\w+ )?(?:dead|tolls?|numbers?|figures?|count|total)|an? (?:\w+ )?(?:tolls?|figure|count|total|number|breakdown)|(?:\w+ )?other figures)\b)|"
    r"(?:keep(?:s|ing)?|kept|left)(?= (?:its|their|his|her|the) (?:\w+ )?(?:count|tolls?|figure|tally) at\b)|advance[sd]?(?= (?:the|a) (?:\w+ )?figure\b)|answer(?:s|ed)(?=:)|"
    r"(?:st(?:an|oo)ds? by|st(?:ic|uc)ks? to)(?= (?:its|their|his|her|the) (?:\w+ ){0,2}(?:count|tolls?|figure|tally|number)\b)|"
    r"said|says?|saying|told|tells?|confirm(?:s|ed)?|report(?:s|ed)?|announced?|add(?:s|ed)|stat(?:es|ed|ing)|"
    r"claim(?:s|ed)?|alleg(?:es?|ed)|not(?:es|ed)|explain(?:s|ed)|warn(?:s|ed)|estimat(?:es?|ed)|insist(?:s|ed)|"
    r"den(?:y|ies|ied)|acknowledged?|declared?|reveal(?:s|ed)|wrote|tweeted|testified|described?|admitted|"
    r"believes?|believed|suspect|indicate[sd]?|determined|quoted|cit(?:es|ed|ing)|puts?|shows?|showed|identif(?:y|ies|ied)|"
    r"reject(?:s|ed)?|replie[sd]|dismiss(?:es|ed)|conced(?:es|ed)|affirm(?:s|ed)|maintain(?:s|ed)|argue[sd]|assert(?:s|ed)?|"
    r"contend(?:s|ed)?|recall(?:s|ed)|recounted|dispute[sd]?|respond(?:s|ed)|stress(?:es|ed)|inform(?:s|ed)?|repeat(?:s|ed)(?= (?:that|on)\b)|counts?|counted|"
    r"lists?|listed|shout(?:s|ed|ing)|(?:is|are|was|were) reporting|spoke of|speaks? of|calculate[sd]?|reckon(?:s|ed)?|admits?|named(?= [^.;]{1,60} as\b)|"
    r"(?:call(?:s|ed)|brand(?:s|ed)|label(?:s|l?ed)|term(?:s|ed)|denounc(?:es|ed)|condemn(?:s|ed))(?= (?:it|this|them|(?:the|\w+day['’]s) (?:[\w-]+ ){0,2}?(?:attacks?|shootings?|killings?|bombings?"
    r"|blasts?|strikes?|raids?|massacres?|incident|murders?|crimes?|violence|deaths?|fire|crash|ambush|abductions?)) (?:an? |as |[\"“]))|"
    r"(?:lower(?:s|ed)|rais(?:es|ed)|revis(?:es|ed)|cut|reduc(?:es|ed))(?= (?:up |down )?(?:the|its|their|his|her) (?:\w+ ){0,3}(?:toll|figure|count|number|estimate)\b))\b",
    any_case=True,
)
PLAIN_CUE = Pattern(
    rf"\b(?:{THAT}|said|says|say|told|confirmed|announced|reported that|added|replied|counted|puts?(?= (?:the|its|his|her|their)\b)|(?:keeps?|kept|left)(?= (?:its|their|the) (?:\w+ )?(?:count|toll|figure|tally) at\b)|lists?|listed|"
    r"estimates?|estimated|conceded|rejected|stat(?:es|ed|ing)|reads?)\b",
    any_case=True,
)
ACCORDING = Pattern(
    r"\b(?:according to|per|as told to|in a statement from) (?:an? |the )?$",
    re.IGNORECASE,
    needs="according to|per |told to|in a statement from",
)
# The same with his office before his name, and what stands behind the whole of it: "according to Mill Police Chief | Ann Hale".
ACCORDING_OFFICE = re.compile(
    r"\b[Aa]ccording to (?:(?!(?:in|of|at|from|near|and|or|by|for|with|to|on)\b)[\w'’.-]+ ){1,7}$"
)
BEHIND_NAME = re.compile(r"[,.;:)]|$| (?:who|on|at|in|and|but|during|to|with|as|by|from)\b")
# Somebody's name after what he is: "a rebel spokesman, Ugo Bern, said", "a nurse, who gave her name as Eva, said".
NAMED_AFTER = re.compile(
    r"^[^,;“”\"]{0,40}?(?:, |,? (?:who (?:calls (?:him|her)self|(?:gave|asked|identified|introduced)\b[^,;“”\"]{0,40}? as)|surnamed) )"
    r"(?P<name>[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|al-\w+|de|la|van|von|der|bin|al|el)){0,4}),? "
)
# The same after "according to": "according to a priest, Father Ugo Bern".
NAMED_BEHIND = re.compile(
    r"^[^,;“”\"]{0,30}?, (?P<name>(?:[A-Z][\w'’-]+\.? ){1,3}[A-Z][\w'’-]+)(?=[,.]|$)(?!, (?:who|which)\b)"
)
FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|al-\w+|de|la|van|von|der|bin|al|el)){1,4}")
APPOSED = re.compile(r"\w, (?:the )?(?:[A-Z][\w.]*\.? ){0,3}$")
# Somebody by name before the body that he is of: "Trooper Ann Hale of the Mill State Police Lodva Detachment says".
MEMBER = re.compile(
    r"(?P<who>(?!\w+day\b)[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|al-\w+|de|la|van|von|der|bin|al|el)){1,4}),? "
    r"(?:of|with|from|at|for) (?:the )?(?:(?:[A-Z][\w'’.&-]*|of|and|the|for|&) )*$"
)
# Offices by which somebody is named again: "the sheriff said"; and callings and kin that are one person as well.
OFFICES = (
    "chief|sheriff|spokesman|spokeswoman|spokesperson|captain|mayor|minister|prosecutor|coroner|superintendent|governor|"
    "inspector|director|president|commander"
)
SOMEBODY = re.compile(
    rf"\b(?:{OFFICES}|doctor|nurse|official|officer|leader|secretary|coordinator|general|foreman|lawyer|attorney|judge|chairman|man|woman|"
    r"neighbou?r|mother|father|brother|sister|uncle|aunt|cousin|friend|witness|resident|student|teacher|driver|editor|manager|owner|"
    r"priest|pastor|imam|monk|nun|soldier|police(?:wo)?man|farmer|trader|shopkeeper|fisherman|passenger|survivor|surgeon|paramedic|firefighter|"
    r"pilot|engineer|worker|analyst|expert|professor|rescuer|volunteer|aide)\b",
    re.IGNORECASE,
)
# What stands before a name that a comma joins to all before it: "..., coast guard spokesman Ugo Bern told", "..., the country's navy said".
TITLE_BEFORE = re.compile(
    rf"[,”\"—–] (?:(?!(?i:an?|the|in|of|at|and|but|who|which|that|while|as|when|where|after|before|since|because|despite|than)\b)[\w.'’-]+ ){{0,4}}(?:{SOMEBODY.pattern}|(?-i:[A-Z])[\w.'’-]+)$"
    r"|[,”\"—–] (?:(?:the|its|their) )?[\w-]+['’]s(?: (?!(?:said|says)\b)(?-i:[a-z])[\w-]+){0,4}$",
    re.IGNORECASE,
)
# Who is told by his calling behind a quotation: "..., said a shopkeeper, who gave his name only as Ali".
SAID_SOMEBODY = re.compile(
    r"[,!?.…][”\"’]? ?(?P<said>said|says|recalled|added|cried|shouted|wrote) (?P<who>(?i:an?|the|one|another) (?:[\w'’-]+ ){0,3}?"
    rf"{SOMEBODY.pattern})",
    re.IGNORECASE,
)
GIVES_NAME = re.compile(
    r"(?: (?:of|from|in|at|with) [^,;“”\"]{2,40}?)?,? (?:who (?:calls (?:him|her)self|(?:(?:was|is|asked to be|wanted to be) )?(?:gave|gives|identified|introduced|named|known)\b[^;“”\"]{0,40}?(?: as|,))"
    r"|called|named|surnamed) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
# Who is told by his calling before a colon and a quotation: "a nurse at the door, in tears, shouts: “Two are dead”".
INTRODUCES = re.compile(
    rf"(?P<who>\b(?i:an?|the|one|another) (?:[\w'’-]+ ){{0,3}}?{SOMEBODY.pattern})(?: (?:[\w'’-]+ ){{1,6}}?)?(?:, [^:“”\"]{{3,90}}?,)? ?"
    r"\b(?:said|says|told|tells|reports?|reported|added|adds|shouts?|shouted|yells?|yelled|cries|cried|writes|wrote|recalls?|recalled|radios?|radioed)\b[^:“”\"]{0,60}: ?[“\"]",
    re.IGNORECASE,
)
# Whom another speaker cites: "state radio, quoting the mayor, said".
CITED = re.compile(r", (?:quoting|citing) (?:an? |the )?$", re.IGNORECASE)
# What may stand between a speaker and the cue: an apposition, a place, a few small words.
AFTER = re.compile(
    r"^(?i: (?:issued|released|published|broadcast|read|carried|aired|distributed)\b[^,;.“”\"]{0,40}(?<= )| (?:(?:reached|contacted|interviewed)\b|by (?:tele)?phone)[^,;.“”\"]{0,40}?(?=,|\s*$)| surnamed [^,;.“”\"]{0,40},?)?(?: on \w+day(?=,)|, \d{1,3}(?=, (?!(?:was|were|is|are|has|had|died)\b)))?(?: (?:in|of|at|for|from|with|near) [A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,2}\s?\b| (?:in|at|on|near|outside) (?:the|an?|his|her|its|their|one) (?!(?:and|or|who|that|where)\b)[\w'’-]+(?: (?!(?:and|or|who|that|where)\b)[\w'’-]+){0,2} ?\b)?(?:,[^,“”\"]{1,80},(?: (?:who|whose|where)\b[^,“”\"]{1,80},)?|\s*\([^)]{1,40}\))?(?:,(?= (?i:who)\b))?\s*(?:(?:have|has|had|also|first|later|on|\w+day|now|then|still|\w+ly|who|however,?|here|there|at first|so far|since|can|could|would|(?:is|are|was|were) able to)\s+){0,4}$"
)
# What more is said of a speaker, up to the cue: "a doctor who would not be named because he feared for his post said".
RELATIVE = re.compile(r"^ who [^,;“”\"]{3,90}? (?=(?:said|says|told|puts? the)\b)")
# Whose clause holds another name: "The Red Cross, which runs the hospital in Lodva, said".
OF_WHICH = re.compile(
    r"(?:^|\] )(?P<who>[A-Z][^,;“”\"]{2,60}), (?:which (?:\w+s|\w+ed|have|had) [^“”\"]*|the [^,;“”\"]{2,40} of [^,;“”\"]*)$"
)
BEFORE = re.compile(
    r"^\s*(?:(?!that\b)[\w'’.]+ ){0,5}$|^ (?:the|an?|his|her|its|their|one|another) (?:[\w'’.-]+ ){0,6}[\w'’.-]+, (?:(?-i:[A-Z])[\w.]* ){0,3}$",
    re.IGNORECASE,
)
# Cues that are nouns behind one alone, and the words for one: "a rebel claim".
NOUN_CUE = re.compile(r"claim|report|estimate|count|list|answer|warning", re.IGNORECASE)
ONE = re.compile(r"\ban? (?:[\w'’-]+ ){0,2}[\w'’-]+$", re.IGNORECASE)
# What stands before the name of who says it only with "by": "identified by the coroner".
ONLY_BY = re.compile(
    r"identif|determin|describ|show|suspect|count|list|put|reject|dismiss|den[yi]|believ", re.IGNORECASE
)
# Who it is, before words that say more of him: "A student who had been waiting for the train said".
WHO_IS = re.compile(
    r"(?:^|[,;“\"] )(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[\w'’-]+ ){0,5}?[\w'’-]+),? "
    r"(?:who|which) (?:\w+ly )?(?:had|has|have|was|were|is|are|spoke|\w{2,}ed)\b[^,;“”\"]*$"
)
# Who denies what others claim: "Lodva's mayor denied a report by the union that ten had died".
DENIAL = re.compile(
    r"(?:^|[,;“”\"] )(?P<who>[A-Z][^,;.“”\"]{1,60}?|(?:the |an? )[^,;.“”\"]{2,60}?)(?: on \w+day| later| also)? (?:has |have |had )?"
    r"(?:denied|denies|deny|rejected|rejects|dismissed|dismisses) (?:an? |the |any |all )?"
    r"(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|rumou?rs|suggestions?) (?:by|in|from|of|made by|that)\b"
)
# Where the next clause begins, which may be somebody else's.
NEXT_CLAUSE = re.compile(
    r"; |, (?:but|while|though|although|and|whereas) | (?:but|while|whereas) | and (?=(?:[\w'’.-]+ ){1,4}?(?:said|says)\b)"
)
OF_DENIAL = ("denie", "deny", "reject", "dismiss")
# Who only denies, at the end of a headline: "Air strikes kill 22, army denies".
DENIES_LAST = re.compile(
    r"[,;:–—-] (?:[\w'’-]+ ){1,4}den(?:y|ies)(?: (?:it|this|that|claims?|reports?|charges?))?$"
)
# Who goes on to say something, at the head of a sentence: "Police have not named the man but said that".
# The same behind what he did, where the head of the sentence is his: "But the mayor faulted the figure, insisting that 26 had died".
INSISTS = re.compile(
    r", (?:but |while |and )?(?:saying|adding|claiming|insisting|stating|alleging|arguing|maintaining|asserting|estimating)"
    r"(?: that\b|(?=[^,;.]{0,40}\b(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|nobody|no)\b))"
)
AT_HEAD = re.compile(
    r"(?:(?:But|And|However|Still|Yet|Meanwhile),? )?(?:(?:[Tt]he |[Aa]n? )?(?:[\w'’.-]+ ){0,6}?(?:[\w'’.-]+, )?)?"
)
GOES_ON = re.compile(
    r"[^,;“”\"]{3,90}?,? (?:(?:but|and) (?:have |has |had )?(?:also |later |\w+ly |did )?(?:said|says|say|added|confirm(?:ed)?|noted|told)"
    r"|(?<=, )(?:saying|adding|claiming|insisting|stating))\b"
)
# What a cue stands behind that its speaker follows.
OPEN_CUE = re.compile(r"(?:^|[,;:”\"’—–-]|\bas|\b(?:so|thus|have|has|had))\s*$")
# Before whose name a passive tells who says the whole: "The man was identified by the coroner as Ugo Bern".
PASSIVE = re.compile(r"^(?:(?!,|\b(?:who|which|that)\b).)*\b(?:was|were|been) \w+ by $")
# Before whose name the dead are reported by him: "Ten were reported killed in Dran by the Red Cross".
REPORTED_BY = Pattern(
    r"\b(?:was|were|been) (?:\w+ly )?(?:reported|confirmed|said|pronounced|declared) (?:to (?:be|have been) )?(?:dead|killed|missing|wounded|injured|hurt)\b[^,;.“”\"]{0,40} by (?:the )?$"
    rf"|\b(?:was|were|is|are|been) (?:\w+ly )?(?:put|given|estimated|placed|set) (?:at|as) (?:\w+ ){{0,2}}{FIGURE}[^,;.“”\"]{{0,40}} by (?:(?:the |an? )?[^,;.“”\"]{{2,60}}, (?:[A-Z]\w+\.? )?)?(?:the )?$"
    r"|, (?:as|an? (?:\w+ )?(?:toll|figure|number|count)) \w+ by (?:the )?$",
    needs=" by ",
)
# What another one's figure stands behind that leaves the word for saying out, and the figure: "the mayor spoke of ten dead, the
# army | of 12", "police put it at ten, the union | at 12".
GIVES_TOO = re.compile(
    r"\b(?:puts?|g[ai]ves?|spoke|speaks?|counts?|counted|sa(?:id|ys?)|reports?|reported|list(?:s|ed)|claim(?:s|ed)|estimate[sd]?|confirm(?:s|ed)) [^.]*[,;] (?:and |while |but )?(?:the |an? )?$"
)
ITS_FIGURE = re.compile(
    rf"(?:,? (?:at|of|has|had|only|just|about|some|at least|more than|over))* {FIGURE}"
    r"(?: (?:people|dead|deaths|killed|wounded|injured|hurt|missing))*(?=[,;.]|$| (?:and|but|while)\b)"
)
# Before a name, who told it: "a man of 44, identified by the police only as | Ugo Bern".
NAMED_BY = re.compile(
    r"\b(?:identified|named) by (?P<who>(?:the )?[\w'’.-]+(?: (?!(?:only|as|on|\w+day)\b)[\w'’.-]+){0,5})(?: (?:on )?\w+day)? (?:only )?as (?:(?:an?|the) )?(?:[a-z\d-]+ ){0,3}$"
)
# Behind a figure, who gave it, whoever else the sentence has speak: "far more than the 16 | deaths reported by police".
GIVEN_BY = re.compile(
    r"(?: (?:deaths?|dead|fatalities|killed|injured|wounded|casualties|people|victims|bodies|which|that|were|was|had|been|previously|earlier|initially|first|officially)){0,4}"
    r" (?:reported|announced|acknowledged|given|claimed|cited|provided|admitted|quoted) (?:\w+ly |earlier |so far |on \w+day )?by "
    r"(?P<who>(?:the |an? |its |his )?[\w'’&-]+(?:\.\w+)*(?: (?!(?:on|in|at|and|but|who|which|that|earlier|as|after|when|while|since|for)\b)[\w'’&-]+(?:\.\w+)*){0,6}?)(?=[,;:]|\W*$| (?:on|in|at|and|but|who|which|that|earlier|as|after|when|while|since|for)\b)"
)
# Before the name of an outlet through which only a statement came.
CARRIED = re.compile(r"\b(?:carried|aired|broadcast|published|distributed|relayed) (?:by|on|in) (?:the )?$")
# Before the name of whom somebody told it: "a survivor told Lodva Watch: ...".
IS_TOLD = re.compile(r"\b(?:told|tells|telling|informed) (?:the |an? )?(?:[\w.'’-]+ ){0,3}$")
# Behind the name of those who are then only told of: "said government | troops had left", "said its battalion | had fired".
OF_FORCES = re.compile(
    r" (?:troops|forces|soldiers|fighters|jets|planes|positions|lines|losses|casualties|vehicles|trucks|buildings|workers|employees|had|has|have|was|were|is|are|would|could|did)\b"
)
# What stands before the name of who said what stands before: "..., said Hale, who described the fire".
SAID_BY = re.compile(r"[,”\"] (?:said|says) (?:(?:[A-Z][\w.]*|the|an?) ){0,3}$")
# What begins another clause: "but officials said the toll could rise" signs nothing.
NOT_JOINED = r"(?!\b(?:but|and|who|whom|which|that|while|as|after|before|when|where|since|because|though)\b)"
# A sentence that ends in who says it: "..., Mill County Sheriff Ann Hale said at noon."
SIGNED = Pattern(
    rf"[,”\"—–-] (?P<who>(?:{NOT_JOINED}[^,;“”\"]){{2,90}}?(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}} ?,)?) "
    r"(?:told\b[^,;“”\"]{1,60}|(?:said|says|say|confirmed|wrote|added|reported|announced|tweeted|show|shows)"
    r"(?: (?:on|at|in|to|by|during|late|early|reporters|\w+day)\b[^,;“”\"]{0,60})?)$",
    needs="said|say|told|confirmed|wrote|added|reported|announced|tweeted|show",
)
# Somebody named before, by the surname alone.
SURNAME_SAID = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+) (?:also |later |has |had )?(?:said|says|told|added|confirmed|noted|reported|stated|explained)\b"
)
# After these words stands who is told, not who tells, and after these what is told: "reported that rebels killed ten".
NO_INVERSION = re.compile(r"^(?:tells?|told|inform)| that$", re.IGNORECASE)
TOLD = Pattern(
    r"(?:^|[,;“”\"] )(?P<who>(?!(?:He|She|They|It|We|I|And|But|Who)\b)(?:[A-Z]|(?:an?|the|one|another) )[^,;.“”\"]{2,60}?) (?:has |had |have |later |also )?(?:told|tells?) "
    r"(?:police|officers?|investigators?|deputies|detectives|reporters|authorities|neighbou?rs|relatives|dispatchers|doctors|a (?:court|judge|jury)|the (?:court|judge|jury|paper|newspaper|station)|[A-Z])",
    needs="told|tell",
)
NO_TELLER = re.compile(
    r"^(?:When|After|Before|As|While|What|That)\b|\b(?:was|were|been|is|are|he|she|they|to)$"
)
# Before a name that only says where: "police in Mill".
OF_POLICE = re.compile(
    r"\b(?:[Pp]olice|[Ss]heriff|[Dd]eputies|[Oo]fficials|[Aa]uthorities|[Pp]rosecutors|[Ii]nvestigators|[Tt]roopers) (?:in|of|at|for|from|with|near) (?:the )?$"
)
OF_ANOTHER = re.compile(r"\b(?:in|of|at|for|from|with|near) (?:the )?$")
# "According to" anybody, but for what goes according to plan.
NAMED_BY_SOURCE = Pattern(
    r"\baccording to (?!plan\b)(?P<who>(?:the |an? )?[\w'’&.][\w'’&. -]{2,60}?)(?=[,;]|\.?\s*$| (?:who|which|that|on|in|as)\b)",
    re.IGNORECASE,
    needs="according to",
)
IN_PLACE = re.compile(r"(?<= )(?:in|at|to|near) (?:the |an? )?$|^(?:IN|AT) (?:THE )?$")
# The outlet through which somebody's words come: "told Reuters", "in an interview with Lodva TV".
OUTLET = (
    r"(?:CNN|MSNBC|BBC|AFP|AP|NBC|ABC|CBS|NPR|RT|DPA|dpa|EFE|ANSA|PTI|UPI|[WK][A-Z]{2,3}|Reuters|Xinhua|Interfax|Al Jazeera|Al Arabiya|"
    r"state (?:television|TV|media|radio)|(?:Radio|Télé|Canal|Voice of)(?: [A-Z][\w'’-]+){1,2}|(?:[A-Z][\w'’.-]+ ){0,3}(?:News|TV|Television|Radio|Times|Post|Journal|Herald|Tribune|Gazette|"
    r"Press|Guardian|Telegraph|Chronicle|Observer|Agency|Channel))(?: \d{1,2}\b)?(?: (?:news agency|television|radio|News))?"
)
VIA = Pattern(
    rf"\b(?:told|tells|interview (?:with|on)|quoted by|cited by|carried by|remarks to|[Ss]peaking (?:to|on))(?: the)? (?P<via>{OUTLET})(?![\w-])",
    needs="told|tells|interview|quoted by|cited by|carried by|remarks to|speaking",
)
# Where a line of a list ends, which the network may run over: "Mill Police | - Lodva".
END_OF_LINE = re.compile(r"\n\s*(?:[-•*·–—]\s|\n)")
# What the end of another name leaves at the head of one: "'s rebels" of "Lodva's rebels".
NOT_OF_NAME = re.compile(r"^(?:['’]s )?[.) ]*")
# What stands before the second half of a word that the network cut.
TORN_OFF = re.compile(r"\w['’-]$")
# Behind the first word of those who are told of: "Community | guards shot two".
OF_GUARDS = re.compile(r" (?:guards?|vigilantes)\b")
# The end of a bracket whose beginning the network cut off: "Mela) " of "DIG (Mela) Ugo Bern".
TORN_BRACKET = re.compile(r"^[^()]*\) (?=[A-Z])")
# The first half of a name of which it saw the second: "Berg-" of "Berg-Hale".
FIRST_HALF = re.compile(r"\b[A-Z][a-z’']+-$|\bU\.(?:S|N|K)\. $")
# The first words of a body's name of which it saw the last: "Corpus" of "Corpus Christi Police", inside a sentence.
FIRST_PART = re.compile(r"\b[A-Z][a-z’']+-$|(?<=[a-z,] )(?:[A-Z][\w'’-]+ ){1,2}$|\bU\.(?:S|N|K)\. $")
# The last word of a body's name, which alone names none, and all before it.
BODY_NAMED = re.compile(r"\b(?:[Tt]he )?(?:[A-Z][\w'’-]+ (?:(?:for|of|and|de) )?){1,6}$")
LAST_PART = re.compile(
    r"(?:Agency|Watch|Network|Observatory|Commission|Association|Authority|Service|Society|Cent(?:er|re)|Federation|Command|Union|Institute|Organi[sz]ation)"
)
# Whose chief is named right behind a body: "KCPD Chief Ann Hale".
CHIEF_NAMED = re.compile(
    r" (?:Deputy |Assistant )?(?:Chief|Sheriff|Commissioner|Superintendent|Lt\.|Sgt\.|Capt\.|Cpl\.|Det\.|Lieutenant|Sergeant|Captain|Detective|Officer|"
    r"spokes(?:man|woman|person)) (?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+){1,2})"
)
# Words that name nobody, alone or together, and what begins no name.
NOBODY = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|our|my|this|that|these|those|first|then|not|yet|be|been|was|own|names?|other|others|another|one|some|many|and|or|s|"
    r"initial|early|earlier|preliminary|latest|previous)\b|\W)+"
    r"|(?:in|of|at|on|for|from|with|by|to|and|near|when|after|where)\b.*|.+ (?:they|he|she|who|we|it)"
    r"|no(?:body|-one| one| [a-z]\w+)(?: (?:has|have|had))?"
    r"|(?:tele)?phone|e-?mail|everyone|everybody|county|city|(?:lt|sgt|cpl|capt|det|off|supt)\.?"
    r"|(?-i:UPDATED?|EXPLAINER|BREAKING|LIVE|WATCH|VIDEO|BRIEFS?|FACTBOX|TIMELINE|EXCLUSIVE|ANALYSIS|CORRECTED|DEVELOPING|Update|Explainer|Breaking|Factbox|Exclusive)(?: \d{1,2})?"
    r"|.+ (?-i:LIVE|Live)(?: (?:updates?|blog|coverage))?"
    r"|\d+ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*",
    re.IGNORECASE,
)
# What is told behind a place that only had so many: "Mill State | accounts for 40 deaths", and a place before its number in a list.
ACCOUNTS = re.compile(r"(?: [A-Z]\w+)?,? (?:alone )?account(?:s|ed|ing) for\b")
OF_LIST = re.compile(
    r":\s{0,3}(?:(?:At least|More than|About|Nearly|Some|Over) )?(?:\d|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|[A-Z][a-z]+teen|[A-Z][a-z]+ty|No)\b)"
)
# Bodies by their initials or a name that tells no kind.
OF_INITIALS: tuple[tuple[SpeakerKind, str], ...] = (
    ("government", r"AFAD|Afad|NDMA|PDMA|SDMA|NEMA|SEMA|BNPB|BPBD|NDRRMC|PHIVOLCS|FEMA|INGD|INGC|BNGRC"),
    (
        "ngo-un",
        r"MSF|IFRC|ICRC|OCHA|UNHCR|UNICEF|IOM|WFP|UNRWA|UNDP|Oxfam|Save the Children|Doctors Without Borders|M[ée]decins Sans Fronti[èe]res|Islamic Relief|Caritas",
    ),
)
INITIALS = tuple(
    (kind, re.compile(rf"(?:[Tt]he )?(?:{names})(?: \([A-Z]+\))?")) for kind, names in OF_INITIALS
)
# The end of a name that goes on: "A man who" answered the phone, "an officer who asked not to be" named.
WHO_END = re.compile(
    r"(?<=\w),? (?:who|which|that)(?: (?:asked|declined|refused|requested|spoke|speaks|did not|does not|would not)\b.*)?$"
)
# Whose count it is: "by the government's own count".
BY_COUNT = re.compile(
    r"(?:['’]s?)? (?:own |official |latest )?(?:counts?|tally|estimates?|reckoning|accounts|figures)\b"
)
# What is somebody's own figure: "the government's figure of 31 was given on Sunday".
FIGURE_OF = re.compile(
    r"['’]s? (?:(?:own|official|latest|first|earlier|previous) )*(?:figure|count|tally|estimate) (?:of|for|stood|stands|was|is)\b"
)
# Before a paper or an inquiry of which another one tells: "police said a preliminary | inquiry found".
TOLD_BY_ANOTHER = re.compile(
    r"\w (?:said|says|say)(?: \w+day)?(?: that)? (?:(?:an?|the|its|their|early|initial|first) ){0,2}(?:\w+ )?$"
)
# What befell somebody, in his own words: "told police he had been shot".
OF_HIMSELF = re.compile(
    r"\b(?:he|she|they|we|I)(?: and [^,;.]{2,40}?)? (?:(?:was|were|had|has|have|been|got|also) )*(?:\w+ly )?(?:struck|hit|shot|stabbed|wounded|injured|hurt|"
    r"grazed|beaten|attacked|kidnapped|abducted|robbed|cut|burned|slashed|punched|held|taken|lost|broke|suffered|fell)\b"
)
# Between two that a sentence goes by: "ten died, according to the mayor, and two were lost, according to rescuers".
FIRST_OF_TWO = re.compile(
    r"\baccording to [^,;]{2,60}?(?:,? (?:and|but|while) |, )(?=[^;]*\baccording to (?:an? |the )?$)"
)
# Of what somebody is accused: "accused the police of killing 30".
ACCUSES = re.compile(r"\baccus(?:e[sd]?|ing) [^,;.]{2,60}? of [^,;.]{0,80}$", re.IGNORECASE)
# Half of a sentence that alone is given to somebody: "left one dead and, according to the union, cost millions".
HALF_SAID = Pattern(
    r"\b(?:and|but|who|which|that),? according to (?:an? |the )?$", re.IGNORECASE, needs="according to"
)
# Behind a paper, whose it is: "reports issued today by the police".
BY_WHOM = re.compile(
    r" (?:(?:issued|released|published|compiled|given)(?: \w+)? )?by (?:an? |the )?", re.IGNORECASE
)
# A paper that speaks for those who issue it, and what stands before them.
PAPER = re.compile(
    r"\b(?:releases?|statements?|reports?|statistics|figures|records|bulletins?|communiqu[eé]s?|e-?mails?|letters?|tweets?|posts?)$",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r" (?:(?:issued|released|published|compiled|provided|sent|given|posted)(?: \w+)? )?(?:by|from|of) ",
    re.IGNORECASE,
)
# An institution, which is no "he".
BODY = re.compile(
    r"\b(?:ministry|department|office|agency|court|hospital|union|council|government|embassy|navy|army|military|police|UN|U\.N\.|United Nations|NATO|Red Cross|company)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset("he she they it who him her i we".split())
QUOTES = ("“", '"')
QUOTE_MARK = re.compile(
    r"(?P<opens>“|``|(?<![^\s(\[—–-])\"(?=\S))|(?P<closes>”|''|(?<=[\w.,!?…])\")|(?P<either>\")"
)
HE_SAID = Pattern(
    r"\b(?:his|her|its|their) (?:(?:own|first|latest|official) )?(?:figure|count|tally|estimate)\b|"
    rf"\b(?:he|she|they|it)\s+(?:(?:also|later|then|first|earlier|again|had|has|have|since|at first|only|can|could|would|went on to) ){{0,3}}(?:{THAT}|{REVISES}|said|added|told|tells?|says?|confirm(?:s|ed)?|noted|explained|stated|claim(?:s|ed)|"
    r"stress(?:es|ed)|insist(?:s|ed)|maintain(?:s|ed) that|emphasi[sz]ed|reiterated|acknowledged|warned|announced|reported|denied|sp(?:oke|eaks?) of|estimate[sd]?|conceded|admitted|recalled|"
    r"wrote|testified|suspect|believe|identified(?! (?:him|her|them)sel)|describe[sd](?! (?:him|her|them)sel)|list(?:s|ed)|counted|(?:gave|given|puts?)(?= (?:the|its|their|his|her)\b)|puts?(?= [^,;.]{3,40} at\b))\b",
    any_case=True,
)
# What stands behind a name in a headline where its words are still to come: "police suspect a gas leak".
SAYS_MORE = re.compile(
    r"(?:says?|said|tells?|told|fears?|suspects?|claims?|alleges?|warns?|believes?|blames?) \w+"
)
# A line behind which a paper is printed: "The following statement was issued by the Lodva police:".
ANNOUNCED = re.compile(
    r"\b(?:statement|communiqu[eé]|release|message|letter|notice)s?\b[^\n“\"]*?(?:\b(?:by|from|of) (?P<by>.+))?:$",
    re.IGNORECASE,
)
# A paper that speaks for whoever spoke before it.
OF_SOMEBODY = re.compile(
    r"(?:the|this) (?:\w+ )?(?:statement|release|communiqu[eé]|post|message)", re.IGNORECASE
)

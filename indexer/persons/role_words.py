"""Words that stand in what somebody is said to be, and round it; folded, of all languages."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stands before a name and says nothing of what somebody is.
FORMS_OF_ADDRESS = _set(
    "mr mrs ms miss mx messrs mister m mm mme mlle monsieur madame madam mademoiselle herr herrn "
    "frau don doña senor señor señora sr sra srta hon honourable honorable rt me maître"
)
# Says whose somebody is: a role where it is said whose, and no role without.
KINSHIP = _set(
    "wife husband son daughter father mother brother sister widow uncle aunt cousin nephew niece "
    "grandmother grandfather grandson granddaughter stepfather stepmother stepson friend colleague "
    "partner girlfriend boyfriend fiancee victim resident witness mari femme épouse époux fils "
    "fille frère sœur père mère veuve sohn tochter bruder schwester mutter vater witwe ehefrau "
    "ehemann esposa esposo hijo hija hermano hermana padre madre viuda marido mujer"
)
# In lower case between an article, or nothing, and a role.
QUALITIES = _set(
    "former ex then late acting interim deputy vice prime senior junior chief first co assistant "
    "associate executive managing general permanent outgoing incoming newly-elected longtime "
    "interior foreign home finance health defence defense justice education labour labor transport "
    "trade environment energy culture sports economy economics agriculture treasury security "
    "intelligence military army navy naval police air rebel opposition party government cabinet "
    "state national regional local federal provincial municipal city district county village town "
    "club team company board union student church school university college human rights press "
    "media news film football rugby cricket tennis baseball basketball hockey golf pop rock folk "
    "jazz opera ballet theatre political civil medical scientific legal religious tribal "
    "ancien ancienne vice-"
)
ARTICLES = _set(
    "the a an its his her their our le la les l un une son sa leur der die das ein eine el los las "
    "una"
)
# After what somebody is these say of what; anything else in that place is another sentence.
LINKS = _set(
    "of for at in to from with on and & de du des d del la le les l der dem den des für von vom "
    "beim bei im am und et y en au aux chez para por en"
)
GENITIVES = _set("de du des d del la le les l los las")
ENDS = frozenset(',;.:()[]–—!?"“”„«»…|')
GOES_ON = _set("who whose whom which that where qui que dont der die das quien")
POSSESSIVES = frozenset(("'s", "’s", "ʼs", "'S", "’S", "ʼS"))
# Written with a full stop, which then ends no sentence.
ABBREVIATED = _set("gen sen rep gov col maj lt capt prof adm sgt cpl cmdr insp supt det rev dr")

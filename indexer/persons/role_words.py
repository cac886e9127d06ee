"""Words that stand in what somebody is said to be, and round it; folded, of all languages."""

from indexer.persons.tokens import folded


def _set(words: str) -> frozenset[str]:
    return frozenset(map(folded, words.split()))


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
    "economic budget customs metals campaign research policy planning marketing operating "
    "financial technical strategy investment commodities currency housing tourism industry oil "
    "mines water climate special criminal chief-of-staff majority minority ancien ancienne"
)
# What somebody may be beside the roles that the namer knows, which it looks for beside names.
OTHER_ROLES = _set(
    "fellow scholar academic strategist specialist consultant broker trader dealer pollster "
    "negotiator mediator counsel sociologist psychologist psychiatrist biologist physicist "
    "criminologist geologist defector refugee migrant prisoner inmate survivor pensioner fisherman "
    "shopkeeper retiree volunteer translator interpreter curator librarian auctioneer pathologist "
    "paediatrician pediatrician midwife paramedic firefighter policeman policewoman soldier"
)
ARTICLES = _set(
    "the a an its his her their our le la les l un une son sa leur der die das ein eine el los las "
    "una"
)
# After what somebody is these say of what; anything else in that place is another sentence.
LINKS = _set(
    "of for at in to from with on and de du des d del la le les l der dem den des für von vom "
    "beim bei im am und et y en au aux chez para por en"
)
# What the namer's language puts between an office and what it is of, where a name follows both.
GENITIVES = {
    "en": _set("of for the"),
    "fr": _set("de du des d la le les l"),
    "es": _set("de del la los las el"),
}
ENDS = frozenset(',;.:()[]–—!?"“”„«»…|')
GOES_ON = _set("who whose whom which that where qui que dont der die das quien")
POSSESSIVES = frozenset(("'s", "’s", "ʼs", "'S", "’S", "ʼS"))
# Written with a full stop, which then ends no sentence.
ABBREVIATED = _set("gen sen rep gov col maj lt capt prof adm sgt cpl cmdr insp supt det rev dr")

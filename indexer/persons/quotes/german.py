"""German words around quotes."""

SPEECH = """
sagt sagte erklärt erklärte betont betonte meint meinte berichtet berichtete forderte fordert warnt
warnte kritisiert kritisierte schreibt schrieb bestätigt bestätigte erzählt erzählte ergänzt
ergänzte mahnt mahnte lobt lobte antwortet antwortete fragt fragte klagt klagte ruft rief nennt
nannte bezeichnet bezeichnete spricht sprach glaubt findet fand versichert versicherte behauptet
behauptete räumt fügt fügte twitterte kommentiert kommentierte urteilt urteilte entgegnet entgegnete
verspricht versprach beteuert beteuerte gesteht gestand äußerte betonte warb wirbt rechnet
"""
SPEECH_BESIDE = ""
SPEECH_OR_NOUN = ""
UNSAID = "heißt hieß namens titels"
BETWEEN = "auch später dann noch am gestern heute weiter hat hatte"
PASSIVE = "wurde wurden wird werden worden"
NOT = "nicht nie kein keine zu"
HE = "er"
SHE = ""
MAN = "herr herrn"
WOMAN = "frau"
SOMEBODY = "mann frau junge mädchen kind beamter bäckerin verkäuferin"
CLAUSE_AFTER = "dass wenn weil"
ARTICLES = "der die das den dem des ein eine einen sein seine ihr ihre"
THE = "der die das den dem des sein seine ihr ihre"
WHO = ""
PREPOSITIONS = """
von vom für zu zum zur mit aus gegen über an in im bei beim auf nach vor hinter neben zwischen unter
um durch der des
"""
AND = "und oder sowie"
BUT = "aber doch"
ACCORDING = "laut so"
NO_SPEECH_AFTER = """
sogenannte sogenannten sogenannter genannt namens titel film buch roman lied album serie stück
projekt motto wort begriff gruppe band zeitung magazin lokal schiff restaurant café hotel
"""

"""German words beside names."""

TITLES = """
herr herrn frau dr prof professor professorin pater bischof erzbischof kardinal papst
könig königin prinz prinzessin fürst graf gräfin scheich imam ajatollah emir sultan general oberst
hauptmann präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin
"""
ROLES = """
minister ministerin ministerpräsident ministerpräsidentin außenminister außenministerin
innenminister innenministerin finanzminister finanzministerin verteidigungsminister
verteidigungsministerin wirtschaftsminister wirtschaftsministerin gesundheitsminister
justizminister umweltministerin staatssekretär staatssekretärin sprecher sprecherin pressesprecher
regierungssprecher direktor direktorin vorsitzender vorsitzende vorsitzenden chef chefin
parteichef parteichefin leiter leiterin geschäftsführer geschäftsführerin vorstand bürgermeister
bürgermeisterin oberbürgermeister oberbürgermeisterin abgeordneter abgeordnete senator senatorin
kandidat kandidatin botschafter botschafterin staatsanwalt staatsanwältin richter richterin anwalt
anwältin rechtsanwalt journalist journalistin autor autorin schriftsteller schriftstellerin
schauspieler schauspielerin sänger sängerin regisseur regisseurin trainer trainerin stürmer
torwart verteidiger mittelfeldspieler spieler kapitän forscher forscherin wissenschaftler
wissenschaftlerin historiker historikerin ökonom ökonomin experte expertin analyst aktivist
aktivistin berater beraterin kommissar kommissarin gründer gründerin generalsekretär
generalsekretärin politiker politikerin bauer unternehmer unternehmerin präsident präsidentin
witwe ehefrau ehemann sohn tochter bruder schwester mutter vater
"""
SAYING = """
sagt sagte erklärt erklärte betont betonte meint meinte berichtet berichtete kündigt kündigte
forderte fordert warnt warnte kritisiert kritisierte schreibt schrieb bestätigt bestätigte erzählt
erzählte fügte ergänzte mahnte lobte teilte verwies zufolge
"""
FUNCTION = """
der die das den dem des ein eine einen einem einer eines und oder aber denn doch sondern in im an
am auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen für gegen
ohne um durch seit während wegen trotz laut bis ich du er sie es wir ihr mich dich sich uns euch
ihn ihm ihnen mein dein sein seine seinen seiner unser euer dieser diese dieses diesen diesem
jener jene welcher welche wer was wo wann wie warum ob dass weil wenn als obwohl damit ist sind
war waren sein gewesen hat haben hatte hatten wird werden wurde wurden kann können muss müssen
soll sollen nicht kein keine mehr sehr auch noch schon immer nur hier dort da jetzt dann heute
gestern morgen so alle jede jeder jedes viele einige andere man erst zwei drei vier fünf ja nein
foto bild video
"""
PLACES_BEFORE = "in im aus nach bei um"
ORGANISATIONS = """
gmbh ag kg ev bank universität hochschule schule institut zentrum stiftung verein verband bund
partei union fraktion ministerium bundestag bundesrat landtag gericht amt behörde polizei armee
bundeswehr kirche moschee krankenhaus stadt land kreis bezirk republik straße platz allee weg
brücke flughafen bahnhof museum theater stadion zeitung verlag rundfunk fernsehen pokal
meisterschaft liga
"""
CALENDAR = """
januar februar märz april mai juni juli august september oktober november dezember montag dienstag
mittwoch donnerstag freitag samstag sonnabend sonntag weihnachten ostern uhr
"""

PARTICLES = "von van zu de di da del bin ben ibn bint al el abu abd"

COMPOUNDS = True

# For indexer.persons.quotes: who says what stands between quotation marks.
SPEECH = """
sagt sagte erklärt erklärte betont betonte meint meinte berichtet berichtete forderte fordert warnt
warnte kritisiert kritisierte schreibt schrieb bestätigt bestätigte erzählt erzählte ergänzt
ergänzte mahnt mahnte lobt lobte antwortet antwortete fragt fragte klagt klagte ruft rief nennt
nannte bezeichnet bezeichnete spricht sprach glaubt findet fand versichert versicherte behauptet
behauptete räumt fügt fügte twitterte kommentiert kommentierte urteilt urteilte entgegnet entgegnete
"""
SPEECH_BESIDE = ""
SPEECH_OR_NOUN = ""
UNSAID = "heißt hieß namens titels"
BETWEEN = "auch später dann noch am gestern heute weiter hat hatte"
PASSIVE = "wurde wurden wird werden worden"
NOT = "nicht nie kein keine zu"
HE = "er"
SHE = ""
WHO = ""
PREPOSITIONS = """
von vom für zu zum zur mit aus gegen über an in im bei beim auf nach vor hinter neben zwischen unter
um durch der des
"""
AND = "und aber oder"
ACCORDING = "laut"
NO_SPEECH_AFTER = """
sogenannte sogenannten sogenannter genannt namens titel film buch roman lied album serie stück
projekt motto wort begriff gruppe band zeitung magazin lokal schiff restaurant café hotel
"""

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
regierungssprecher direktor direktorin vorsitzender vorsitzende vorsitzenden chef chefin parteichef
parteichefin leiter leiterin geschäftsführer geschäftsführerin vorstand bürgermeister
bürgermeisterin oberbürgermeister oberbürgermeisterin abgeordneter abgeordnete senator senatorin
kandidat kandidatin botschafter botschafterin staatsanwalt staatsanwältin richter richterin anwalt
anwältin rechtsanwalt journalist journalistin autor autorin schriftsteller schriftstellerin
schauspieler schauspielerin sänger sängerin regisseur regisseurin trainer trainerin stürmer torwart
verteidiger mittelfeldspieler spieler kapitän forscher forscherin wissenschaftler wissenschaftlerin
historiker historikerin ökonom ökonomin experte expertin analyst aktivist aktivistin berater
beraterin kommissar kommissarin gründer gründerin generalsekretär generalsekretärin politiker
politikerin bauer gouverneur gouverneurin premier premierminister spezialist spezialistin sender
mann landrat landrätin stadtrat stadträtin dezernent dezernentin lehrer lehrerin pilot pilotin
fahrer fahrerin aufsteiger aufsteigerin astronom astronomin kritiker kritikerin blogger bloggerin
interviewerin moderator moderatorin dichter dichterin künstler künstlerin professor professorin
arzt ärztin pfarrer pfarrerin intendant intendantin dramaturg dramaturgin stellvertreter
stellvertreterin vize vizechef vizechefin präsidentin-gattin nachfolger nachfolgerin vorgänger
vorgängerin vorstandschef kollege kollegin freund freundin rektor rektorin beauftragte beauftragter
ermittler ermittlerin kommandeur soldat soldatin nachbar nachbarin geigerin sportlerin gegner
gegnerin meister meisterin psychologe psychologin soziologe soziologin biologe biologin virologe
virologin ministerchef staatschef vorsitzender unternehmer unternehmerin präsident präsidentin
witwe ehefrau ehemann sohn tochter bruder schwester mutter vater
"""
SAYING = """
sagt sagte erklärt erklärte betont betonte meint meinte berichtet berichtete kündigt kündigte
forderte fordert warnt warnte kritisiert kritisierte schreibt schrieb bestätigt bestätigte erzählt
erzählte fügte ergänzte mahnte lobte teilte verwies zufolge versprach nannte bezeichnete sprach
äußerte antwortete antwortet kommentierte urteilte erinnerte reagierte dankte findet fand glaubt
warf fragte fragt
"""
FUNCTION = """
der die das den dem des ein eine einen einem einer eines und oder aber denn doch sondern in im an
am auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen für gegen ohne
um durch seit während wegen trotz laut bis ich du er sie es wir ihr mich dich sich uns euch ihn ihm
ihnen mein dein sein seine seinen seiner unser euer dieser diese dieses diesen diesem jener jene
welcher welche wer was wo wann wie warum ob dass weil wenn als obwohl damit ist sind war waren sein
gewesen hat haben hatte hatten wird werden wurde wurden kann können muss müssen soll sollen nicht
kein keine mehr sehr auch noch schon immer nur hier dort da jetzt dann heute gestern morgen so etwa
dabei dazu davon danach dann deshalb doch allerdings jedoch zudem außerdem dagegen darum damals
zuletzt bereits bislang erneut später zuvor immerhin schließlich tatsächlich natürlich selbst sowie
weder statt nun mal bitte lesen mehr neue neuer neues neuen alte alter ersten erste alle jede jeder
jedes viele einige andere man erst zwei drei vier fünf ja nein foto bild video weniger je wenig
beide beiden gar gibt einst wieder
"""
PLACES_BEFORE = "in im aus nach bei um"
ORGANISATIONS = """
gmbh ag kg ev bank universität hochschule schule institut zentrum stiftung verein verband bund
partei union fraktion ministerium bundestag bundesrat landtag gericht amt behörde polizei armee
bundeswehr kirche moschee krankenhaus stadt land kreis bezirk republik straße platz allee weg
brücke flughafen bahnhof museum theater stadion zeitung verlag rundfunk fernsehen pokal
meisterschaft liga straße gasse ufer stadt viertel siedlung arena halle haus heim hof park
gymnasium preis gesetz festival bühne orchester akademie fonds gesellschaft verbund konzern gruppe
firma werk werke studio studios team racing kurier anzeiger post stern spiegel bote nachrichten rat
amt klinik klinikum zoo turm burg schloss dom insel see berg wald fluss gebirge kanal hafen markt
kaufhaus hotel serie film roman preisträger programm plan abkommen vertrag
"""
# What is named after people: the name behind such a word is none of a person.
NAMED = """
straße platz allee ufer stiftung institut schule gymnasium universität stadion halle arena museum
theater preis klinik haus gesetz firma verlag serie fernsehserie film schiff uss hms
"""
# A name that begins so is a place: Sankt Pauli, Bad Homburg.
PLACES = """
tel west ost nord süd south north east sankt st san santa são bad neu alt groß klein ober unter
saint port los las new rio
"""
CALENDAR = """
januar februar märz april mai juni juli august september oktober november dezember montag dienstag
mittwoch donnerstag freitag samstag sonnabend sonntag weihnachten ostern uhr
"""

PARTICLES = "von van zu de di da del bin ben ibn bint al el abu abd"

COMPOUNDS = True

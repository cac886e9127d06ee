"""English words beside names."""

TITLES = """
mr mrs ms miss mx dr prof professor sir dame lord lady sheikh sheik shaikh imam ayatollah mullah
maulana mufti rabbi reverend rev fr father sister brother archbishop bishop cardinal pope pastor
deacon rt hon honourable honorable hrh king queen prince princess duke duchess emir sultan emperor
tsar president vice-president premier senator sen congressman congresswoman rep governor gov mayor
chancellor ambassador amb judge justice sheriff general gen lieutenant lt colonel col major maj
captain capt commander cmdr admiral adm sergeant sgt corporal cpl private pvt brigadier brig
marshal detective det inspector insp superintendent supt constable officer messrs madam madame
monsieur mme mlle herr frau don doña senor señor señora alhaji chief engr barr barrister arch hajia
otunba oba datuk dato datin shri shrimati smt tan tun seri tengku saint comrade
lieut maj-gen lt-gen lt-col brig-gen
"""

ROLES = """
minister secretary spokesman spokeswoman spokesperson director chairman chairwoman chairperson
leader deputy head boss coach manager captain striker midfielder defender goalkeeper forward winger
actor actress singer rapper author writer novelist poet journalist reporter correspondent editor
columnist blogger analyst expert economist historian scientist researcher lawyer attorney
prosecutor solicitor advocate activist campaigner candidate lawmaker legislator politician mp mep
mla congressman congresswoman assemblyman councillor councilman councilwoman commissioner
coordinator adviser advisor aide envoy representative delegate diplomat commissar founder
co-founder cofounder ceo cfo coo cto owner executive president vice premier official officer
commander fighter militant suspect gunman defendant victim wife husband son daughter father mother
brother sister widow uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter
stepfather stepmother stepson friend colleague partner girlfriend boyfriend
fiancee director-general secretary-general treasurer trustee principal dean provost rector
lecturer teacher student doctor surgeon nurse engineer architect artist painter sculptor
photographer filmmaker producer screenwriter playwright musician guitarist drummer composer
conductor comedian presenter host anchor champion runner sprinter cyclist driver jockey golfer
swimmer boxer batsman bowler skipper quarterback pitcher forward guard referee umpire midfield
chief justice cardinal bishop archbishop pastor priest imam cleric businessman businesswoman
entrepreneur billionaire tycoon philanthropist investor banker farmer worker resident neighbour
neighbor witness whistleblower ex-president ex-minister ex-wife ex-husband dictator warlord
insurgent rebel extremist jihadist terrorist bomber singer-songwriter star actor-director
undersecretary under-secretary superintendent speaker whip ombudsman registrar magistrate
chef designer model dancer pilot astronaut author-activist
"""

SAYING = """
said says told tells added adds stated states asked asks replied explained claimed claims noted
notes argued argues announced announces insisted insists warned warns admitted denied revealed
recalled believes believed thinks thought wrote writes tweeted posted commented declared suggested
acknowledged stressed urged urges vowed vows promised called calls hailed praised criticised
criticized blamed accused confirmed confirms continued concluded joked observed pointed remarked
reported responded testified thanked lamented complained cautioned emphasised emphasized
expressed indicated mentioned opined pleaded predicted pledged recounted reiterated hopes hoped
wants wanted is was has had will would who whose died resigned married smiled laughed scored won
""".replace(" is was has had will would who whose", "")

FUNCTION = """
the a an and or but nor so yet for of in on at by to from with without within into onto over under
about above across after against along among amid around as before behind below beneath beside
besides between beyond despite down during except inside like near off out outside past per since
than through throughout till toward towards underneath unlike until up upon via versus vs
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
myself himself herself itself themselves this that these those who whom whose which what when where
why how whether if because although though while unless once whereas is am are was were be been
being do does did done has have had having will would shall should can could may might must ought
not no yes all any both each every either neither few many more most much some several such same
other another one two three four five six seven eight nine ten first second third last next only
also just even still already again ever never always often sometimes here there now then today
tomorrow yesterday tonight meanwhile however therefore moreover furthermore nevertheless instead
perhaps maybe indeed thus hence later earlier recently finally eventually currently according
additionally similarly following speaking asked given let let's i'm it's i've i'd i'll he's she's
that's there's we're we've they're they've you're you've don't doesn't didn't can't won't isn't
aren't wasn't weren't what's who's here's hello hi ok okay thank thanks please dear sorry well oh
photo photograph image picture video watch read file caption pictured
"""

PLACES_BEFORE = "in at near from across outside inside around throughout towards toward via into"

ORGANISATIONS = """
inc ltd llc plc corp corporation company co group holdings bank university college school academy
institute institution centre center foundation fund trust association society club union league
federation confederation committee commission council parliament assembly senate congress court
tribunal ministry department agency authority bureau office board party front movement alliance
coalition forces force army navy guard police brigade battalion regiment division corps command
united city town county district province region state states republic kingdom emirates islands
island river lake mountain mount mountains valley desert sea ocean bay gulf coast street road avenue
lane square park garden gardens bridge airport station port hotel hospital clinic church mosque
temple cathedral abbey palace castle house hall tower stadium arena museum gallery library theatre
theater cinema times post news newspaper gazette herald tribune journal magazine press media
television tv radio network channel studio studios records books agreement act treaty accord
convention protocol declaration award awards prize cup championship championships games olympics
festival tournament open trophy war revolution day week month year crisis summit conference forum
initiative project programme program plan report study survey index service services system systems
technologies technology solutions partners international national royal federal central global world
european african american asian arab islamic muslim christian jewish catholic orthodox democratic
republican liberal conservative labour labor socialist communist north south east west northern
southern eastern western northeast northwest southeast southwest observatory organisation
organization embassy consulate railway railways airlines airways motors industries energy oil gas
insurance capital securities markets exchange council's rovers wanderers athletic fc afc bill
constitution strip peninsula heights hills beach village camp prison jail watch rights
"""

CALENDAR = """
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue tues wed thu thur thurs fri sat sun christmas easter ramadan eid gmt am pm
"""

PARTICLES = """
le la les de du des del della dello di da do dos das de' d l van von der den zu zum zur ter bin ben
ibn bint al el ul ur ad ash bou ould ag abu abou abd umm san santa
"""

"""Parts of words that tell a compound from a broken word, in the languages of the larger press."""


def _set(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


# Stand before a hyphen as a word of their own.
COMPOUND_FIRSTS = _set(
    "all anti back best better bio co counter cross cyber double down dry east eco ex face",
    "fact far fast first five four free front full fully good great half hand hard head health",
    "high hot ill inter key large last late left life light like live long low man mass mid",
    "middle mini multi near neo new newly no non north off old one open out over part peace",
    "post pre quasi real record right second self semi seven short side single six small",
    "so soft south state sub super ten then third three time top trans two ultra under vice",
    "war water well west wide work world year avant après arrière au celui celle contre demi",
    "est là mi moyen nord ouest peut quelques sous sud vis franco italo hispano anglo afro euro",
    "socio político económico técnico историко общественно северо юго",
)
# Stand after one.
COMPOUND_LASTS = _set(
    "a again air and as at away back backed based being born bound building by called century",
    "class conscious cost creation day deep depth designed down driven edge elect end ended",
    "ever eyed face faced fact fashioned fire first five foot for found four free friendly from",
    "full funded general generation giving going great growing half hand handed head held hit",
    "hour house if in income including intensive kilometer kilometre known language large",
    "lasting law led level life like line lived long looking made maker makers making man",
    "mandated market member mile minister minute month named needed new nine off oil old on one",
    "only operation or organized out over owned page paid party past person point powered",
    "president price profile profit proof quality quarter range ranging related right rise road",
    "round run scale school seat second sector selling seven shaped side sized six speaking",
    "sponsored standing star state step stop story stream string style sub supply supported",
    "term than the third three threatening through tier time to top traffic two type under up",
    "vice war way week well wide wing winner winning with working world year years ce ci chef",
    "là il elle ils elles je tu nous vous lui leur moi toi même mêmes être se me te lhe lo la",
    "los las o os vos нибудь либо то таки",
)
# Begin the line after a hyphen that stands for the end of a later word.
CONJUNCTIONS = _set(
    "and or to und oder sowie bzw bis wie y et ou og eller och en of ed oppure и или та або",
)
# End words and are none.
ENDINGS = _set(
    "tion tions tional tionally tioned tioning sion sions sional ments ness ble bly tive tives",
    "tively ture tures tured ties ity ities tious cious cial cially tial tially cally nally",
    "ting ding ning cing ging sing zing ving tted tary tory tories ence ences ance ances ency",
    "ancy ical ically ize ized izing ised ising tung tungen rung rungen lung lungen dung dungen",
    "nung nungen gung gungen sung sungen lich liche lichen licher liches keit keiten schaft",
    "schaften heit heiten schen scher sches tigen ción ciones sión siones miento mientos dades",
    "mente ções ção são sões mento mentos zione zioni sione sioni menti ità tement ements",
    "tiques ques rité tés teurs heid heden lijk lijke ningen ligt liga ningar ного ному ными",
    "ние ния нии нием ений ениями ости ность ностью ского ской ским ских ский ская ское ться",
    "лись лось",
)
# Of at most three letters, and words of their own: what is as short and none is half of one.
SHORT_WORDS = _set(
    "a add age aid air all any arm art ask at bad bag ban bar bed bet bi big bit box bus but buy",
    "by can car cat co cow cry cut day de di did die do dog door du due e ear eat ego el end es et",
    "eye fan far fat fed few fit fix fly for fun gas gay geo get go got gun had hat her him hip",
    "his hit hop hot how i ice if ill in is it its jet job key kid la le led leg let low lip lot",
    "mad man map me men mid mix mob my net new no non now o of off oil old on one or our out own",
    "pan pay per pet pig pop pot pre put red rib rid rim rip road row run sad sea see set sex she",
    "sky so son sub sum sun tax ten the tie tip to toe too top toy tri try two uni up us use van",
    "via vis war was wax way web wet who why win won y yes you zoo",
)

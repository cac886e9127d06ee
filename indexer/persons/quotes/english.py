"""English words around quotes: who says what stands between quotation marks."""

# Verbs of saying, calling and thinking: they govern the words between the marks.
SPEECH = """
said says told tells added adds stated states asked asks replied replies explained explains
claimed claims noted notes argued argues announced announces insisted insists warned warns admitted
admits recalled recalls declared declares suggested suggests acknowledged acknowledges stressed
stresses urged urges vowed vows promised promises called calls call hailed hails praised praises
criticised criticises criticized criticizes blamed blames accused accuses confirmed confirms
continued continues concluded concludes joked jokes observed observes remarked remarks reported
reports responded responds testified testifies lamented laments complained complains cautioned
cautions emphasised emphasises emphasized emphasizes expressed expresses indicated mentioned opined
pleaded pleads predicted predicts pledged pledges recounted recounts reiterated reiterates repeated
repeats wrote writes written tweeted tweets posted posts commented comments quipped quips shouted
shouts yelled yells cried cries exclaimed exclaims whispered whispers muttered mutters murmured
snapped described describes denounced denounces condemned condemns dismissed dismisses rejected
labelled labels labeled branded termed terms referred refers cited cites thinks thought
believes believed hopes hoped feels felt boasted boasts conceded concedes countered counters
demanded demands estimated questioned remembers remembered retorted revealed reveals singled summed
likened compared thanked rebuked scoffed objected answered answers begged agreed agrees contended
contends maintained maintains proclaimed proclaims asserted asserts alleged alleges advised advises
denied denies chanted chant sang yell shout considered considers regarded regards deemed
viewed reminded reminds assured assures voiced deplored deplores lauded ordered applauded
"""
# The same, going along with another verb: "…, calling it “a scandal”".
SPEECH_BESIDE = """
saying telling adding stating asking replying explaining claiming noting arguing announcing
insisting warning admitting declaring suggesting acknowledging stressing urging vowing promising
calling hailing praising criticising criticizing blaming accusing confirming concluding joking
observing remarking responding complaining cautioning emphasising emphasizing expressing predicting
pledging repeating writing tweeting commenting shouting yelling crying describing denouncing
condemning dismissing labelling labeling branding terming referring citing chanting singing blasting
likening comparing reminding assuring applauding demanding boasting conceding
"""
# Of these forms some are nouns: the claims, his comments.
SPEECH_OR_NOUN = """
reports claims calls comments demands labels posts notes answers hopes charges states cries
remarks terms shouts repeats estimates laments jokes promises urges say thought
"""
UNSAID = """
read reads reading titled entitled named dubbed nicknamed bearing say tell ask refer cite
quoted quotes quoting
"""
BETWEEN = """
has have had would will also later then again once however meanwhile recently previously earlier
often always repeatedly publicly simply just only still already bluntly angrily quietly even further
furthermore reportedly today yesterday tonight nevertheless therefore himself herself did does both
openly clearly afterwards instead late early last first week month year night morning
"""
PASSIVE = "is are was were be been being am get gets got"
NOT = "not never to didn't doesn't don't wouldn't hasn't"
HE = "he"
SHE = "she"
# Right before a name: who is no she, and no he.
MAN = "mr sir lord king prince duke father brother pope bishop archbishop imam sheikh"
WOMAN = "mrs ms miss mme lady dame queen princess duchess sister madam"
# With an article, and no name beside: somebody else, whom "he" or "she" may mean.
SOMEBODY = """
man woman boy girl child official policeman policewoman soldier nurse person passer-by neighbour
shopkeeper pensioner customer survivor
"""
# A name right after these is a subject: officials say X …
CLAUSE_AFTER = "said says say that when while because claims claim believe believes after before if"
# After these a form of a verb is none: his suggested reforms.
ARTICLES = "the a an his her their its my our your this these those no some any"
# Before the marks these make of a word or two a term: the “road map”.
THE = "the his her their its our my your this these those"
WHO = "who"
PREPOSITIONS = """
of for to by with from against about at in on near under over behind representing
alongside between among including like than versus without into onto toward towards regarding
concerning within beside supporting backing
"""
AND = "and or nor"
BUT = "but then while"
ACCORDING = "according"
# Right before the marks: what these hold is a title, a nickname, a word as such, a text on a wall.
NO_SPEECH_AFTER = """
so-called known titled entitled named nicknamed dubbed film movie book novel song album single show
series programme program documentary play musical painting poem essay article column group band
slogan slogans word words term phrase sign banner placard project theme operation codenamed
code-named nickname alias headline magazine newspaper manual vote votes
voted voting
"""

"""French words around quotes."""

SPEECH = """
dit déclare déclaré déclarait affirme affirmé explique expliqué expliquait ajoute ajouté estime
estimé annonce annoncé indique indiqué souligne souligné assure assuré raconte raconté précise
précisé répond répondu confie confié note noté rappelle rappelé lance lancé conclut conclu poursuit
regrette regretté martèle martelé insiste insisté résume résumé soupire soupiré plaisante dénonce
dénoncé reconnaît reconnu prévient prévenu écrit qualifie qualifié juge jugé demande demandé promet
promis témoigne exclame exclamé tonne ironise
réjouit félicite indigne étonne défend plaide martèle concède argue rétorque insurge tranche tranché
"""
SPEECH_BESIDE = "disant affirmant expliquant ajoutant estimant dénonçant qualifiant jugeant"
SPEECH_OR_NOUN = "note juge demande annonce estime lance dit écrit"
UNSAID = "intitulé intitulée baptisé baptisée surnommé surnommée nommé nommée"
BETWEEN = "a avait ont s se aussi encore ensuite puis hier lundi également alors"
PASSIVE = "est été était sont sera être"
NOT = "ne n pas jamais"
HE = "il"
SHE = "elle"
MAN = "m monsieur"
WOMAN = "mme madame mlle"
SOMEBODY = "homme femme garçon fille enfant cliente client voisin voisine"
CLAUSE_AFTER = "que quand"
ARTICLES = "le la les un une son sa ses leur leurs ce cette"
THE = "le la les l son sa ses leur ce cette"
WHO = "qui"
PREPOSITIONS = """
de du des d à au aux par pour avec sans contre chez dans en sur sous vers entre selon depuis
"""
AND = "et ou"
BUT = "mais"
ACCORDING = "selon"
NO_SPEECH_AFTER = """
dit dite intitulé intitulée baptisé baptisée surnommé surnommée film livre roman chanson album série
pièce projet mot terme expression groupe journal magazine slogan café opération restaurant hôtel
"""

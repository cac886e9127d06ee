"""French words beside names."""

TITLES = """
m mm mme mlle monsieur madame mademoiselle me maître dr docteur pr professeur sir lord général
colonel capitaine commandant cheikh imam ayatollah père sœur frère mgr monseigneur cardinal
archevêque évêque pape roi reine prince princesse duc duchesse émir sultan président présidente
vice-président sénateur sénatrice gouverneur chancelier chancelière
"""
ROLES = """
ministre premier première secrétaire porte-parole directeur directrice député députée maire
dirigeant dirigeante chef cheffe patron patronne leader candidat candidate ambassadeur ambassadrice
procureur juge avocat avocate journaliste écrivain écrivaine auteur autrice acteur actrice
chanteur chanteuse entraîneur entraîneuse sélectionneur joueur joueuse attaquant gardien défenseur
capitaine chercheur chercheuse historien historienne économiste sociologue politologue expert
experte analyste militant militante opposant opposante conseiller conseillère commissaire
fondateur fondatrice pdg coordinateur coordinatrice responsable délégué déléguée représentant
représentante veuve épouse époux mari femme fils fille frère sœur mère père général
"""
SAYING = """
dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté estime estimé annonce annoncé
indique indiqué souligne souligné assure assuré raconte raconté précise précisé répond répondu
confie confié note noté rappelle rappelé lance lancé conclut poursuit regrette juge a
""".replace(" juge a\n", "\n")
FUNCTION = """
le la les un une des du de d l et ou mais donc or ni car à au aux en dans par pour sur sous avec
sans vers chez entre contre depuis pendant avant après selon dès jusque malgré parmi je tu il elle
on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos
ce cet cette ces cela ceci ça celui celle ceux celles qui que quoi dont où quand comme si lorsque
puisque quel quelle quels quelles est sont était étaient être été a ont avait avaient avoir fait
faire ne pas plus moins très trop aussi encore déjà toujours jamais même autre autres tout toute
tous toutes chaque aucun aucune certains certaines plusieurs deux trois quatre cinq six sept huit
neuf dix premier première ici là hier demain aujourd'hui alors ainsi enfin cependant pourtant
toutefois oui non c'est n'est qu'il qu'elle d'un d'une l'on s'il photo image vidéo
"""
PLACES_BEFORE = "à en dans vers depuis près au aux"
ORGANISATIONS = """
société groupe banque université école collège lycée institut centre fondation fonds association
fédération confédération comité commission conseil parlement assemblée sénat congrès cour tribunal
ministère département agence autorité bureau parti front mouvement alliance coalition forces armée
police gendarmerie union nations ville région province état états république royaume îles île
fleuve lac mont mer océan golfe côte rue avenue place parc pont aéroport gare port hôtel hôpital
église mosquée cathédrale palais château maison tour stade musée bibliothèque théâtre journal monde
revue presse télévision radio coupe championnat jeux festival guerre révolution jour sommet
nord sud est ouest national nationale international internationale
"""
CALENDAR = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche noël pâques ramadan
"""

PARTICLES = "de d du van von der den bin ben ibn bint al el ould abou abd"

ELISIONS = True

# For indexer.persons.quotes: who says what stands between quotation marks.
SPEECH = """
dit déclare déclaré déclarait affirme affirmé explique expliqué expliquait ajoute ajouté estime
estimé annonce annoncé indique indiqué souligne souligné assure assuré raconte raconté précise
précisé répond répondu confie confié note noté rappelle rappelé lance lancé conclut conclu poursuit
regrette regretté martèle martelé insiste insisté résume résumé soupire soupiré plaisante dénonce
dénoncé reconnaît reconnu prévient prévenu écrit qualifie qualifié juge jugé demande demandé promet
promis témoigne s'exclame exclame exclamé tonne ironise
"""
SPEECH_BESIDE = "disant affirmant expliquant ajoutant estimant dénonçant qualifiant jugeant"
SPEECH_OR_NOUN = "note juge demande annonce estime lance dit écrit"
UNSAID = "intitulé intitulée baptisé baptisée surnommé surnommée nommé nommée"
BETWEEN = "a avait ont s aussi encore ensuite puis hier lundi également alors"
PASSIVE = "est été était sont sera être"
NOT = "ne n pas jamais"
HE = "il"
SHE = "elle"
WHO = "qui"
PREPOSITIONS = """
de du des d à au aux par pour avec sans contre chez dans en sur sous vers entre selon depuis
"""
AND = "et mais ou"
ACCORDING = "selon"
NO_SPEECH_AFTER = """
dit dite intitulé intitulée baptisé baptisée surnommé surnommée film livre roman chanson album série
pièce projet mot terme expression groupe journal magazine slogan café opération restaurant hôtel
"""

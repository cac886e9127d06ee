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
procureur juge avocat avocate journaliste écrivain écrivaine auteur autrice acteur actrice chanteur
chanteuse entraîneur entraîneuse sélectionneur joueur joueuse attaquant gardien défenseur capitaine
chercheur chercheuse historien historienne économiste sociologue politologue expert experte
analyste militant militante opposant opposante conseiller conseillère commissaire fondateur
fondatrice pdg coordinateur coordinatrice responsable délégué déléguée représentant représentante
haut-commissaire préfet préfète arbitre comédien comédienne réalisateur réalisatrice philosophe
écologiste épidémiologiste ingénieur ingénieure professeure médecin artiste peintre poète romancier
romancière chroniqueur chroniqueuse pilote coureur milliardaire collègue homologue prédécesseur
successeur naturopathe éditorialiste syndicaliste avocate-conseil adjoint adjointe
secrétaire-général étudiant étudiante grand-mère grand-père oncle tante cousin cousine neveu nièce
ami amie veuve épouse époux mari femme fils fille frère sœur mère père général
"""
SAYING = """
dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté estime estimé annonce annoncé
indique indiqué souligne souligné assure assuré raconte raconté précise précisé répond répondu
confie confié note noté rappelle rappelé lance lancé conclut poursuit regrette soupire glisse réagi
réagit résume martèle insiste témoigne plaide requis dénonce salue salué averti avertit prévient
reconnaît reconnu écrit argumente
"""
FUNCTION = """
le la les un une des du de d l et ou mais donc or ni car à au aux en dans par pour sur sous avec
sans vers chez entre contre depuis pendant avant après selon dès jusque malgré parmi je tu il elle
on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos
ce cet cette ces cela ceci ça celui celle ceux celles qui que quoi dont où quand comme si lorsque
puisque quel quelle quels quelles est sont était étaient être été a ont avait avaient avoir fait
faire ne pas plus moins très trop aussi encore déjà toujours jamais même autre autres tout toute
tous toutes chaque aucun aucune certains certaines plusieurs deux trois quatre cinq six sept huit
neuf dix premier première ici là hier demain aujourd'hui alors ainsi enfin cependant pourtant
toutefois c n s j m t qu né née reste mort voici voilà comment pourquoi quant suite mode grand
grande nouvelle nouveau découvrez retrouvez lire vidéo oui non c'est n'est qu'il qu'elle d'un d'une
l'on s'il photo image vidéo
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
nord sud est ouest national nationale international internationale boulevard quai square pavillon
maison éditions édition prix loi plan quartier cité centre-ville clinique cabinet entreprise marque
navire magazine hebdomadaire quotidien site observatoire ligue syndicat
"""
# What is named after people: the name behind such a word, or behind it and de, is none of a person.
NAMED = """
rue avenue boulevard place quai square pont gare aéroport stade parc hôpital clinique lycée collège
école université institut fondation théâtre musée bibliothèque cathédrale église prix loi hôtel
palais villa île îles centre port tour uss hms
"""
# A name that begins so is a place: Saint-Denis, Port Louis.
PLACES = """
saint sainte st ste san santa santo são port mont monte los las new rio puerto côte val grand
grande
"""
CALENDAR = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche noël pâques ramadan
"""

PARTICLES = "de d du van von der den bin ben ibn bint al el ould abou abd di da dos del"

ELISIONS = True

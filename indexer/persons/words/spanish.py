"""Spanish words beside names."""

TITLES = """
sr sra srta señor señora señorita don doña dr dra doctor doctora prof profesor profesora fray padre
sor monseñor cardenal arzobispo obispo papa rey reina príncipe princesa duque duquesa jeque imán
ayatolá emir sultán general coronel capitán comandante sargento presidente presidenta expresidente
vicepresidente vicepresidenta senador senadora gobernador gobernadora canciller
"""
ROLES = """
ministro ministra primer secretario secretaria portavoz vocero vocera director directora diputado
diputada alcalde alcaldesa líder jefe jefa candidato candidata embajador embajadora fiscal juez
jueza abogado abogada periodista escritor escritora autor autora actor actriz cantante entrenador
entrenadora seleccionador jugador jugadora delantero portero defensa capitán investigador
investigadora historiador historiadora economista sociólogo politólogo experto experta analista
activista opositor opositora consejero consejera comisario comisaria fundador fundadora coordinador
coordinadora exministro exministra exconcejal exalcalde exdiputado exdiputada excongresista
exlegislador exasesor excandidata excandidato exsecretario exjefe concejal concejala gerente
arqueóloga arqueólogo bióloga biólogo profesora médico médica enfermera ingeniero ingeniera piloto
árbitro técnico arquero guardameta mediocampista juez magistrado magistrada infanta infante
socialista vecino vecina bombero policía comandante caricaturista dibujante poeta novelista
filósofo filósofa cineasta presentador presentadora conductor animadora exfutbolista futbolista
tenista ciclista papa empresario empresaria banquero dirigente referente vocal tesorero asesor
asesora responsable delegado delegada representante viuda esposa esposo marido mujer hijo hija
hermano hermana madre padre
"""
SAYING = """
dijo dice declaró declara afirmó afirma explicó explica añadió añade aseguró asegura anunció
anuncia señaló señala indicó indica sostuvo sostiene subrayó destacó recordó contó advirtió
respondió manifestó expresó apuntó lamentó insistió escribió confirmó reconoció relató detalló
agregó alertó denunció remarcó comenta comentó opinó sostenía cuestionó enfatizó bromea bromeó
reveló subraya recalca recalcó remató apunta lamenta advierte pidió propuso exigió respondió
contesta contestó
"""
FUNCTION = """
el la los las un una unos unas y e o u pero sino ni que a al ante bajo con contra de del desde
durante en entre hacia hasta mediante para por según sin sobre tras yo tú él ella nosotros vosotros
ellos ellas usted ustedes me te se nos os le les lo mi mis tu tus su sus nuestro nuestra este esta
estos estas ese esa esos esas aquel aquella esto eso quien quienes cual cuales cuyo donde cuando
como porque aunque mientras si es son era eran fue fueron ser sido está están estaba ha han había
habían haber hay hace no más menos muy también ya aún todavía siempre nunca tan tanto todo toda
todos todas cada otro otra otros otras algún alguna algunos mismo misma dos tres cuatro cinco seis
tercera tras según fue pero cómo qué quién cuándo dónde nada nadie algo mejor peor gran nueva nuevo
nuevos nuevas últimas lea vea foto primero hoy ayer mañana aquí allí así entonces además sin
embargo sí foto imagen vídeo
"""
PLACES_BEFORE = "en desde hacia hasta cerca"
ORGANISATIONS = """
sociedad grupo banco universidad escuela colegio instituto centro fundación fondo asociación
federación confederación comité comisión consejo parlamento asamblea senado congreso corte tribunal
ministerio departamento agencia autoridad oficina partido frente movimiento alianza coalición
fuerzas ejército policía guardia unión naciones ciudad región provincia estado estados república
reino islas isla río lago monte mar océano golfo costa calle avenida plaza parque puente aeropuerto
estación puerto hotel hospital iglesia mezquita catedral palacio castillo casa torre estadio museo
biblioteca teatro diario periódico revista prensa televisión radio copa campeonato juegos festival
guerra revolución día cumbre norte sur este oeste nacional internacional club deportivo real cámara
fiestas fiesta barrio sierra cerro paso sala alcaldía fiscalía juzgado jurisdicción gobierno
generalitat empresa editorial construcciones maderas hermanos caso proyecto operación plan premio
liga sindicato cuartel mina barco buque película novela libro programa canal colectivo plataforma
vía carretera paseo puerta edificio plaza distrito departamento municipio cantón comuna villa
"""
# What is named after people: the name behind such a word, or behind it and de, is none of a person.
NAMED = """
calle avenida plaza paseo vía carretera barrio parque puente aeropuerto estación puerto hospital
instituto colegio escuela universidad fundación estadio teatro museo biblioteca iglesia catedral
palacio premio ley fiestas fiesta departamento provincia ciudad cuartel mina proyecto operación
editorial banco isla islas monte río sierra cerro uss hms
"""
# A name that begins so is a place or a feast: San Isidro, Santa Cruz, Puerto Madryn.
PLACES = """
san santa santo sant são saint sierra puerto río rio monte cerro paso punta isla villa los las el
la ciudad north south new nueva nuevo costa vista
"""
CALENDAR = """
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
martes miércoles jueves viernes sábado domingo navidad ramadán
"""

PARTICLES = "de del van von der bin ben ibn bint al el abu abd i da do dos di"

DOUBLE_SURNAMES = True

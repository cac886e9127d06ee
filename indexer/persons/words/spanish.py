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
coordinadora responsable delegado delegada representante viuda esposa esposo marido mujer hijo hija
hermano hermana madre padre
"""
SAYING = """
dijo dice declaró declara afirmó afirma explicó explica añadió añade aseguró asegura anunció anuncia
señaló señala indicó indica sostuvo sostiene subrayó destacó recordó contó advirtió respondió
manifestó expresó apuntó lamentó insistió escribió confirmó reconoció
"""
FUNCTION = """
el la los las un una unos unas y e o u pero sino ni que a al ante bajo con contra de del desde
durante en entre hacia hasta mediante para por según sin sobre tras yo tú él ella nosotros vosotros
ellos ellas usted ustedes me te se nos os le les lo mi mis tu tus su sus nuestro nuestra este esta
estos estas ese esa esos esas aquel aquella esto eso quien quienes cual cuales cuyo donde cuando
como porque aunque mientras si es son era eran fue fueron ser sido está están estaba ha han había
habían haber hay hace no más menos muy también ya aún todavía siempre nunca tan tanto todo toda
todos todas cada otro otra otros otras algún alguna algunos mismo misma dos tres cuatro cinco seis
primero primera hoy ayer mañana aquí allí así entonces además sin embargo sí foto imagen vídeo
"""
PLACES_BEFORE = "en desde hacia hasta cerca a"
ORGANISATIONS = """
sociedad grupo banco universidad escuela colegio instituto centro fundación fondo asociación
federación confederación comité comisión consejo parlamento asamblea senado congreso corte tribunal
ministerio departamento agencia autoridad oficina partido frente movimiento alianza coalición
fuerzas ejército policía guardia unión naciones ciudad región provincia estado estados república
reino islas isla río lago monte mar océano golfo costa calle avenida plaza parque puente aeropuerto
estación puerto hotel hospital iglesia mezquita catedral palacio castillo casa torre estadio museo
biblioteca teatro diario periódico revista prensa televisión radio copa campeonato juegos festival
guerra revolución día cumbre norte sur este oeste nacional internacional club deportivo real
"""
CALENDAR = """
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
martes miércoles jueves viernes sábado domingo navidad ramadán
"""

PARTICLES = "de del van von der bin ben ibn bint al el abu abd"

# For indexer.persons.quotes: who says what stands between quotation marks.
SPEECH = """
dijo dice declaró declara afirmó afirma explicó explica añadió añade aseguró asegura anunció anuncia
señaló señala indicó indica sostuvo sostiene subrayó subraya destacó destaca recordó recuerda contó
cuenta advirtió advierte respondió responde manifestó expresó apuntó apunta lamentó lamenta insistió
insiste escribió escribe confirmó reconoció reconoce calificó califica preguntó pregunta denunció
denuncia comentó comenta relató prometió concluyó exclamó admitió negó llamó agregó agrega precisó
"""
SPEECH_BESIDE = "diciendo afirmando asegurando añadiendo calificando explicando denunciando"
SPEECH_OR_NOUN = "cuenta pregunta denuncia"
UNSAID = "titulado titulada llamado llamada apodado apodada denominado denominada"
BETWEEN = "ha había también además después luego ayer hoy se le les"
PASSIVE = "fue es era sido ser"
NOT = "no nunca"
HE = "él"
SHE = "ella"
WHO = "quien"
PREPOSITIONS = "de del a al por para con sin contra en sobre bajo hacia entre según desde"
AND = "y e o pero"
ACCORDING = "según"
NO_SPEECH_AFTER = """
llamado llamada titulado titulada apodado apodada película libro novela canción álbum serie obra
proyecto palabra término expresión grupo periódico diario revista lema barco operación restaurante
hotel
"""

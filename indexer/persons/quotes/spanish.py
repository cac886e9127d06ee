"""Spanish words around quotes."""

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
HE = ""  # folded, él is the article
SHE = "ella"
MAN = "señor sr don"
WOMAN = "señora sra doña"
SOMEBODY = "hombre mujer niño niña vecino vecina pescador"
CLAUSE_AFTER = "que cuando"
ARTICLES = "el la los las un una su sus este esta"
THE = "el la los las su sus este esta"
WHO = "quien"
PREPOSITIONS = "de del a al por para con sin contra en sobre bajo hacia entre según desde"
AND = "y e o"
BUT = "pero"
ACCORDING = "según"
NO_SPEECH_AFTER = """
llamado llamada titulado titulada apodado apodada película libro novela canción álbum serie obra
proyecto palabra término expresión grupo periódico diario revista lema barco operación restaurante
hotel
"""

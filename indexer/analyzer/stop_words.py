"""The small words that say nothing of what a text is about: left out of the rank of a query.

They are indexed, and phrases contain them. Our own short lists of closed classes (articles,
pronouns, auxiliaries, prepositions, conjunctions), folded as the analyzer folds.

A query does not say its language, so the lists of all of an archive's languages are joined. Hence
no word stands here that says something in another (German war and die, Dutch door, Italian sue),
or in its own (mine, may, will; us, which is U.S. too). Being frequent, they weigh little anyway.
"""

from collections.abc import Iterable

from indexer.analyzer.analysis import exact_forms

_LISTS = {
    "en": """
        a an the this that these those
        i me my myself we our ours ourselves you your yours yourself yourselves
        he him his himself she her hers herself it its itself they them their theirs themselves
        who whom whose which what when where why how
        am is are was were be been being do does did doing done has have had having
        can could shall should would ought cannot
        isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant couldnt wont wouldnt
        shouldnt mustnt im ive youre youve youll youd weve theyre theyve theyll theyd
        and or nor but if then else because so than as while until though although unless whether
        of at by for with without about against between among into onto through during before
        after above below to from up down in out on off over under upon within toward towards
        again further once here there all any both each few more most other some such
        no not only own same too very just also
    """,
    "fr": """
        le la les un une des du de d l au aux ce cet cette ces cela ca
        je j me m moi tu te t toi il elle on nous vous ils elles se s lui leur leurs eux y en
        mon ma mes ta tes sa ses notre nos votre vos
        qui que qu quoi dont ou quel quelle quels quelles lequel laquelle lesquels lesquelles
        et mais donc or ni si comme quand lorsque puisque parce ainsi alors aussi
        a dans par sans sur avec entre vers chez contre depuis pendant avant apres
        ne n pas moins tres tout tous toute toutes meme memes autre autres
        suis es est sommes etes sont etais etait etaient etant ete etre sera seront serait soit
        ai as avons avez ont avais avait avaient ayant eu avoir aura auront aurait c
    """,
    "de": """
        der das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
        ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sein seine
        seinen seinem seiner sie ihr ihre ihren ihrem ihrer es wir uns unser unsere euch euer
        sich wer wen wem wessen was welche welcher welches dieser diese dieses diesen diesem
        jener jene jenes und oder aber denn sondern doch weil wenn als wie ob dass damit da so
        in im an am auf aus bei beim bis durch fur gegen hinter mit nach neben ohne seit uber um
        unter von vom vor wahrend wegen zu zum zur zwischen
        bist ist sind seid waren gewesen werde wird werden wurde wurden worden
        habe haben hatte hatten kann konnen konnte muss mussen soll sollen sollte will wollen
        nicht auch nur noch schon sehr mehr dann hier dort alle alles
    """,
    "es": """
        el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel
        aquella aquellos aquellas esto eso yo me mi mio tu te ti el ella ello ellos ellas nosotros
        vosotros usted ustedes se si nos os le les mis tus su sus nuestro nuestra nuestros nuestras
        que quien quienes cual cuales cuyo cuya donde cuando como cuanto
        y e o u ni pero sino porque pues aunque mientras
        a ante bajo contra de desde durante en entre hacia hasta para por segun sobre tras
        soy eres es somos eran fue fueron ser sido siendo sera seran seria esta estan
        estaba estaban estar estado he ha hemos han habia habian haber habra
        no ya muy tambien asi solo todo toda todos todas otro otra otros otras
    """,
    "it": """
        il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli
        delle al allo alla ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli
        nelle sul sullo sulla sui sugli sulle io mi me tu ti te lui lei egli ella noi ci voi vi
        loro si mio mia miei mie tuo tua suo sua suoi nostro nostra vostro vostra
        questo questa questi queste quello quella quelli quelle che chi cui quale quali
        e ed o ma se perche quando dove mentre anche non piu
        sono sei e siamo siete era erano stato stata essere sara ho hai ha abbiamo avete hanno
        aveva avevano avere
    """,
    "nl": """
        de het een deze dit dat ik mij me mijn je jij jou jouw hij hem zijn zij ze haar het wij
        we ons onze jullie u uw hen hun zich wie wat welke waar wanneer hoe en of maar want dus als
        dan toen omdat aan bij in met na naar om onder op over te tegen tot tussen uit
        voor zonder ben bent is zijn was waren geweest word wordt worden werd werden heb hebt heeft
        hebben had hadden kan kunnen kon moet moeten zal zullen zou niet geen ook nog er al
    """,
    "pt": """
        o a os as um uma uns umas de do da das no na nos nas por pelo pela pelos pelas para
        com sem sobre entre ate desde contra ao aos este esta estes estas esse essa isso isto aquele
        aquela eu me mim tu te voce ele ela nos vos eles elas se lhe lhes meu minha seu sua seus
        suas nosso nossa que quem qual quais cujo onde quando como e ou mas nem porque se
        sou e somos sao era eram foi foram ser sido sera esta estao estava estar ha ter tem tinha
        nao mais muito tambem ja so
    """,
    "ru": """
        и в во не на я он она оно они мы вы ты с со что а то все но за по к ко у от до из из-за о
        об при для над под без через между бы же ли ни да нет или если чтобы как так когда где
        кто чем это этот эта эти того этого том этом тот та те его ее их ему ей им него нее них
        меня мне нас нам вас вам себя себе свой своя свои который которая которые которых
        был была было были быть есть будет будут уже еще также только
    """,
    "ar": """
        في من إلى على عن مع حتى منذ خلال بين بعد قبل عند لدى ضد حول دون
        و أو ثم أم لكن بل إن أن إذا لو لأن كما كي حيث
        ما لا لم لن ليس قد هل
        هو هي هم هن هما نحن أنا أنت أنتم هذا هذه هؤلاء ذلك تلك أولئك
        الذي التي الذين اللذان اللواتي
        كان كانت كانوا يكون تكون كل بعض غير أي أيضا
    """,
}

_FOLDED = {language: frozenset(exact_forms(words)) for language, words in _LISTS.items()}


def stop_words(languages: Iterable[str]) -> frozenset[str]:
    """Exact forms of the small words of these languages; a language without a list has none."""
    return frozenset().union(*(_FOLDED[language] for language in languages if language in _FOLDED))

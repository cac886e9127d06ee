"""The words of buttons, bars and boxes, in the languages whose pages we know best.

Words are case folded. No outlet, site or person stands here: only what any page may carry.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A line of these words alone is a bar of buttons.
NETWORKS = _words(
    "facebook twitter x linkedin whatsapp telegram pinterest reddit tumblr email e-mail mail e "
    "messenger instagram youtube tiktok flipboard mastodon bluesky threads xing pocket viber line "
    "google plus vkontakte vk sms rss snapchat digg stumbleupon print pdf copy link url copied"
)
SHARING = _words(
    "share shares sharing tweet pin post like forward send recommend via on this article story "
    "page post with to a friend by the close options more extra show total "
    "teilen twittern drucken versenden weiterleiten per auf bei kopieren mailen artikel merken "
    "partager envoyer sur par imprimer copier le lien courriel "
    "compartir enviar por en imprimir copiar enlace correo "
    "شارك مشاركة عبر على فيسبوك تويتر واتساب طباعة إرسال نسخ الرابط"
)
SHARING_VERBS = _words(
    "share shares sharing tweet pin post forward teilen twittern drucken versenden partager "
    "envoyer imprimer compartir enviar imprimir شارك مشاركة طباعة print email e-mail copy"
)

# Words that buttons are made of. One of them says little, most of a short line says enough.
UI_WORDS = _words(
    "share print subscribe reply select click show hide sign signin login logout log in out up "
    "read more follow us register menu search skip content toggle navigation close open view all "
    "next previous prev home back top buttons button page advertisement advert advertisements ad "
    "ads sponsored newsletter newsletters newsletter-anmeldung account my save saved settings "
    "download app contact about privacy policy terms conditions use cookies accept loading load "
    "comments comment gallery fullscreen play pause mute video watch now listen expand collapse "
    "copy link permalink tags tagged topics categories category filed under jump "
    "anzeige werbung teilen drucken abonnieren anmelden abmelden registrieren einloggen login "
    "suche suchen menü startseite weiterlesen mehr anzeigen ausblenden kommentare kommentar "
    "schließen impressum datenschutz kontakt merken zurück weiter nach oben newsletter "
    "partager imprimer abonner abonnez vous connexion connecter se inscription inscrire s "
    "lire la suite accueil recherche rechercher fermer afficher masquer commentaires "
    "commentaire publicité suivez nous suivant précédent mentions légales "
    "compartir imprimir suscribirse suscríbete suscribete iniciar sesión registrarse leer más "
    "inicio buscar cerrar mostrar ocultar comentarios comentario publicidad síguenos siguiente "
    "anterior aviso legal "
    "مشاركة طباعة اشترك تسجيل الدخول خروج المزيد اقرأ بحث القائمة الرئيسية إغلاق عرض إخفاء "
    "تعليق تعليقات إعلان تابعنا التالي السابق"
)
_LINKING = _words(
    "the a an of to for and or this our your on with from by in is it der die das den dem zu zum "
    "zur und oder mit auf von für den le la les de du des et ou à au aux el los las y o con para "
    "por en un una"
)
UI_LINE_WORDS = UI_WORDS | NETWORKS | SHARING | _LINKING


def beginnings(alternatives: str) -> frozenset[str]:
    """What the first word begins with where a pattern fits: three letters, or a shorter word.

    Each alternative of the pattern has to begin with them in plain letters, in lower case.
    """
    plain = alternatives
    while plain != (plain := re.sub(r"\([^()]*\)", "", plain)):
        pass
    return frozenset(re.findall(r"(?:^|\|)([^\W_]{1,3})", plain))


# "Also read: …" and its like, in front of a headline.
_RELATED = (
    r"also read|read also|read more|read next|must read|related|see also|more on this|watch|"
    r"watch also|listen|don['’]t miss|recommended|learn more|"
    r"lesen sie (auch|mehr|dazu|hier)|lies auch|mehr zum thema|mehr dazu|siehe auch|"
    r"à lire( aussi)?|a lire( aussi)?|lire aussi|lire également|voir aussi|à voir|"
    r"lee también|lea también|lee además|leer más|te puede interesar|ver también|"
    r"leia também|leggi anche|zobacz też|czytaj też|czytaj także|"
    r"اقر[أا] [أا]يض[اًا]{1,2}|إقر[أا] [أا]يض[اًا]{1,2}|شاهد أيضا|طالع أيضا|للمزيد"
)
RELATED_PREFIX = re.compile(
    rf"[\[(►▶▷>»•*–-]{{0,3}}\s{{0,2}}(?:{_RELATED})\s{{0,2}}[:|»>–-]", re.IGNORECASE
)
RELATED_BEGINNINGS = beginnings(_RELATED)

COOKIES = re.compile(
    r"\b(cookies?|cookie-?(einstellungen|richtlinie)|traceurs|gdpr|rgpd|dsgvo)\b|"
    r"ملفات تعريف الارتباط|الكوكيز",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(we use|uses|using|use of|accept|consent|agree|preferences|browser|browsing|settings|"
    r"policy|third part|personali[sz]e|partners|verwend|nutz|einwillig|zustimm|akzept|"
    r"utilis|navigat|accord|consent|utiliza|usamos|acept|navegador|نستخدم|استخدام|موافق)",
    re.IGNORECASE,
)

# Sentences that ask the reader for something. An imperative at the beginning, and what it sells.
_PROMOTION = (
    r"sign up|signup|sign in|log in|subscribe|register|click here|tap here|download|"
    r"follow (us|me|our|the|@\w{1,30})|like us|join (us|our|the)|get (our|the|all|more|breaking|"
    r"unlimited|full|exclusive|instant|daily|your)|receive (our|the)|enter your|stay (up to date|"
    r"informed|updated|tuned|connected|in the know|on top)|become a|buy |order |donate|"
    r"support (our|us|independent|quality|this)|help us|please (consider|support|donate|enable|"
    r"subscribe|log|sign|register|check|share|note that we)|to (read|continue|access|comment|"
    r"view|receive|subscribe|join|support)|if you (like|liked|enjoy|enjoyed|want to (read|support|"
    r"receive))|want (more|to)|don['’]t miss|never miss|keep up|by (signing|clicking|subscribing|"
    r"submitting|registering|providing|entering|continuing|using)|you can (unsubscribe|also "
    r"follow)|"
    r"thank you for|thanks for|this (article|story|post|content|page) (is|was) (only|reserved|"
    r"available|for|sponsored|paid|brought)|already (a|have)|not a |have an? (account|tip|story|"
    r"question)|got a (tip|story)|do you have|read (our|the full|more|all|this|unlimited)|see (our|"
    r"more|all)|check out|visit (our|the)|watch (our|the|live|more)|listen to|for more|find out|"
    r"learn (more|how)|discover |try |start your|unlock|upgrade|enjoy|create (a|an|your)|contact|"
    r"our (journalism|newsroom|website|site)|we apologi[sz]e|try refreshing|if you (purchase|"
    r"buy)|we may (receive|earn)|articles (may )?contains? affiliate|"
    r"this (article|post) (may )?contains? affiliate|share (this|your)|tell us|"
    r"let us know|send|email us|write to|"
    r"melden sie|jetzt |abonnieren|folgen sie|registrieren|sichern sie|testen sie|lesen sie|"
    r"klicken|erhalten sie|unterstützen|wenn ihnen|hier geht|newsletter|sie (wollen|möchten|sind|"
    r"haben)|mit (ihrer|der|einem) (anmeldung|abo)|"
    r"abonnez|inscrivez|recevez|suivez|cliquez|téléchargez|retrouvez|découvrez|soutenez|profitez|"
    r"pour (lire|continuer|recevoir|commenter|ajouter)|il vous reste|cet article est|vous (avez|"
    r"pouvez|souhaitez|aimez)|identifiez|connectez|"
    r"suscr[íi]b|reg[íi]str|sígue|sigue|descarga|recibe|haz clic|haga clic|para (leer|recibir|"
    r"continuar|comentar)|apoya|accede|inicia|apúntate|apuntate|únete|si (te|quieres|ya)|"
    r"اشترك|سجل|تابع|حمل|انقر|اضغط|للاشتراك|للمزيد"
)
PROMOTION_START = re.compile(rf"[^\w]{{0,4}}(?:{_PROMOTION})", re.IGNORECASE)
PROMOTION_BEGINNINGS = beginnings(_PROMOTION)
PROMOTION_OBJECT = re.compile(
    r"\b(newsletters?|inbox|e-?mail|mailing list|subscri(be|bed|ber|bers|ption|ptions)|unsubscribe|"
    r"sign up|signing up|log ?in|account|free trial|app|apps|podcast|youtube|facebook|twitter|"
    r"instagram|telegram|whatsapp|linkedin|tiktok|click here|membership|donat(e|ion|ions)|"
    r"premium|paywall|video|browser|bookmark|journalism needs|reader support|premium|affiliate|"
    r"commission|compensation|ad-?free|terms of (use|service)|privacy policy|conversation|"
    r"comments?|"
    r"notifications?|alerts|javascript|adblock(er)?|page|website|site|e-?paper|rss|"
    r"abonn\w{0,8}|probemonat|anmeld\w{0,6}|registrier\w{0,6}|"
    r"abonnés?|abonnez|inscri\w{0,8}|compte|boletín(es)?|suscri\w{0,8}|cuenta|correo)\b|"
    r"النشرة|البريد|حسابنا|صفحتنا|قناتنا|تطبيق",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(©|\(c\)\s?(19|20)\d\d|copyright\b|all rights reserved|alle rechte vorbehalten|"
    r"tous droits réservés|(todos los )?derechos reservados|tutti i diritti|"
    r"جميع الحقوق محفوظة|حقوق النشر|powered by\b)",
    re.IGNORECASE,
)
COMMENT_PROMPT = re.compile(
    r"your email address will not be published|required fields are marked|notify me of (new|"
    r"follow)|"
    r"save my name,? e-?mail|(must|need to) be logged in to|logged in to (post|leave|comment)|"
    r"please read our (comment|community)|comments (are|on this) (closed|moderated|subject)|"
    r"deine e-mail-adresse wird nicht|erforderliche felder|votre adresse (e-?mail|de messagerie)|"
    r"champs obligatoires|tu dirección de correo|los campos obligatorios|لن يتم نشر عنوان بريدك",
    re.IGNORECASE,
)

"""Pages in an article's place: errors, cookie walls, logins, walls for subscribers and for robots.

Each is short, a line of it says what it is, and its sentences speak of the page, of the reader's
consent or of an account. An article that does so in all its sentences is not to be had.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.vocabulary import COOKIES
from indexer.model import Reason

_MOST_WORDS = 120  # of running text; an article about an error or a login is longer
_LENGTH = 1000  # characters of a block that are looked at
_FIRST = 12  # blocks in which a page says what it is
_SIGN_WORDS = 10  # of a line that says so

# All of a title, or of a part of it beside the site's name, or of a line. Case folded.
_CODE = (
    r"(?:(?:http\W?)?(?:error|fehler|erreur|errore|erro|błąd|ошибка|fout|hata|خطأ)\W{0,3}"
    r"(?:code|n°)?\W{0,3})?(?:40[0-9]|410|451|50[0-9])"
)
_MISSING = (
    r"(?:(?:the |this |that |requested )?(?:page|article|story|file|url|site) (?:you .{0,40})?(?:"
    r"(?:was |is |could |can|does |has )?(?:not |n't |'t )(?:be(?:en)? )?(?:found|exist|available)|"
    r"(?:was |is |has been )?(?:moved|removed|deleted|unavailable)|"
    r"(?:is )?no longer (?:available|exists))|"
    r"(?:(?:this|the) )?(?:content|video|page|article|website) (?:is )?(?:currently )?"
    r"(?:not available|unavailable)(?: in your (?:region|country|area|location))?|"
    r"unavailable for legal reasons|not found|access (?:denied|forbidden)|forbidden|"
    r"(?:internal )?server error|bad gateway|gateway time-?out|"
    r"service (?:temporarily )?unavailable|"
    r"(?:(?:die|diese|ihre) )?(?:gewünschte |angeforderte )?(?:seite|artikel|inhalt) (?:wurde |"
    r"konnte |ist )?(?:leider )?(?:nicht (?:gefunden(?: werden)?|verfügbar)|existiert nicht|"
    r"gibt es (?:leider )?nicht)(?: mehr)?|zugriff verweigert|"
    r"(?:la |cette )?page (?:demandée )?(?:est )?(?:non trouvée|introuvable|n'existe (?:pas|plus))|"
    r"accès refusé|(?:la |esta )?página (?:solicitada )?(?:no (?:encontrada|existe|disponible|"
    r"se encuentra)|não (?:encontrada|existe))|acceso denegado|"
    r"(?:la )?pagina (?:non (?:trovata|esiste|disponibile)|niet gevonden)|"
    r"nie znaleziono strony|strona nie (?:została znaleziona|istnieje)|"
    r"страница не (?:найдена|существует)|доступ запрещ[её]н|"
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)|siden (?:ble ikke funnet|findes ikke|"
    r"blev ikke fundet)|sayfa bulunamadı|"
    r"الصفحة (?:المطلوبة )?غير موجودة|لم يتم العثور على الصفحة|"
    r"(?:お探しの|指定された)?ページ[はが]見つかりません(?:でした)?|(?:找不到|未找到)(?:该|此)?(?:网页|页面|頁面)|页面不存在|"
    r"페이지를 찾을 수 없습니다|"
    r"(?:we(?:'ll| will) be (?:right )?back(?: soon)?|(?:down for |under |site )?maintenance|"
    r"wartungs(?:arbeiten|modus)|(?:site )?en maintenance|en mantenimiento|in manutenzione))"
)
_ERROR = re.compile(
    rf"(?:(?:oops|sorry|ups|désolé)\W{{1,4}})?(?:{_CODE}(?:\W{{1,5}}{_MISSING})?|{_MISSING})"
)
_ROBOT = re.compile(
    r"just a moment|attention required|are you (?:a )?(?:robot|human)|"
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a human|human|not a robot)|"
    r"(?:checking|verify) your browser|security check|pardon our interruption|one moment,? please|"
    r"ddos.guard|einen moment|un instant|unsupported browser|"
    r"(?:your )?browser (?:is )?(?:not supported|outdated|out of date)"
)
_LOGIN = re.compile(
    r"(?:(?:please )?(?:sign|log)[ -]?(?:in|on)(?: or register)?(?: to your account)?|"
    r"(?:member|subscriber|user) login|register|registration|create (?:an |your )?account|"
    r"(?:bitte )?anmelden|anmeldung|einloggen|registrier(?:en|ung)|"
    r"connexion|se connecter|connectez-vous|identifi(?:cation|ez-vous)|inscription|"
    r"iniciar sesión|inicia sesión|inicio de sesión|identifícate|acce(?:der|so)(?: de usuarios)?|"
    r"accedi|accesso|entrar|iniciar sessão|zaloguj(?: się)?|logowanie|войти|вход|авторизация|"
    r"inloggen|logga in|logg inn|log ind|giriş(?: yap)?|تسجيل الدخول|ログイン|登[录錄入]|로그인)"
)

# What the sentences of such pages speak of.
_OF_THE_PAGE = re.compile(
    r"\b(?:page|article|story|url|link|address|site|content)s?\b.{0,80}\b(?:not (?:be )?found|"
    r"moved|removed|deleted|denied|no longer|exist|unavailable|not here|looking for)|home ?page|"
    r"\b(?:seite|artikel|adresse)\b.{0,80}\b(?:nicht (?:gefunden|mehr)|existiert|verschoben|"
    r"gelöscht)|startseite|\bpage\b.{0,80}(?:introuvable|n.existe|déplacée|supprimée|trouvée)|"
    r"page d.accueil|\bpágina\b.{0,80}(?:no existe|no se|encontrad|não|eliminad|movid|borrad)|"
    r"\bpagina\b.{0,80}\b(?:non|niet|spostat|rimoss)|\bstron[aęy]\b.{0,80}(?:nie istnieje|"
    r"przeniesion|usunięt|główn)|\bстраниц.{0,80}(?:не найден|не существует|удал|перемещ|главн)|"
    r"الصفحة.{0,80}(?:غير موجودة|نقل|حذف|الرئيسية)|"
    r"(?:error|fehler|erreur|ошибка).{0,20}\b[45]\d\d\b|"
    r"nothing was found at this|try again (?:in a few|later)|for maintenance|"
    r"wartungsarbeiten|maintenance en cours|"
    r"ページ.{0,80}(?:削除|移動|見つかり|存在し)|[页頁]面.{0,80}(?:不存在|删除|刪除|找到)",
    re.IGNORECASE,
)
_OF_A_BROWSER = re.compile(
    r"\b(?:enable|activate|turn on|requires?|disable your|aktivieren|activer|activar)\b.{0,40}"
    r"\b(?:javascript|cookies|ad ?blocker)\b|checking your browser|unusual (?:traffic|activity)|"
    r"\b(?:javascript|cookies)\b.{0,40}\b(?:enabled|disabled|(?:de)?aktiviert|"
    r"(?:dés)?activés?|(?:des)?activad[oa]s?)\b|\byou (?:are|were) a (?:ro)?bot\b|"
    r"\byour browser\b.{0,30}\b(?:not supported|outdated|out of date)|update your browser|"
    r"not a robot|security of your connection|\bcaptcha\b",
    re.IGNORECASE,
)
_OF_AN_ACCOUNT = re.compile(
    r"\b(?:passwor[dt]|passcode|(?:sign|log)(?:ged|ging|ing)? ?(?:in|on|up)|"
    r"(?:an?|your) account|subscri(?:be|ption)|unlimited access|free articles|already a|"
    r"free trial|cancel any ?time|username|kennwort|anmelden|anmeldung|melden sie sich|"
    r"zugangsdaten|benutzername|einloggen|registrieren|konto|abonnieren|abo\b|probemonat|"
    r"mot de passe|connectez|connecter|inscrivez|inscrire|(?:un|votre) compte|abonnez|s.abonner|"
    r"connectée?|inscrite?|identifiants|"
    r"contraseña|inici(?:ar?|e) sesión|reg[íi]str[ae]\w{0,4}|(?:su|tu|una|tiene|tienes) cuenta|"
    r"suscr[íi]\w{2,8}|acced[ia]\b|iscriviti|abbon\w{2,8}|il tuo account|senha|assin[ae]\w{0,3}|"
    r"has(?:ło|ła)|zaloguj|zarejestruj|załóż|prenumerat\w{0,4}|парол\w{1,3}|войти|войдите|"
    r"зарегистрир\w{2,8}|аккаунт|подпи[сш]\w{2,8}|wachtwoord|inloggen|abonne\w{1,5}|"
    r"logga in|logg inn|log ind|prenumer\w{2,6})",
    re.IGNORECASE,
)
_ARABIC_ACCOUNT = re.compile(r"كلمة (?:المرور|السر)|سج\u0651?ل|تسجيل الدخول|حساب|اشترك|للمشتركين")
_PRICE = re.compile(
    r"(?:[€$£]|\beuros?\b|\bdollars?\b).{0,60}\b(?:month|week|year|monat|woche|jahr|mois|semaine|an|"
    r"mes|semana|año|mese|settimana|anno|m[êe]s|miesiąc|rok)\b",
    re.IGNORECASE,
)
_FOR_SUBSCRIBERS = re.compile(
    r"\b(?:this|diese[rsn]?|cet?|este|est[ae]|quest[oa]|t[eęa]n?|эт\w{1,2}) (?:\w{1,20} )?"
    r"(?:article|content|story|contenu|artikel|inhalt|beitrag|text|artículo|contenido|articolo|"
    r"contenuto|artigo|conteúdo|artykuł|treść|материал|статья)\b.{0,60}\b(?:subscribers|members|"
    r"abonnent\w{0,5}|abonnés|suscriptores|abbonati|assinantes|prenumerator\w{0,3}|"
    r"подписчик\w{0,3})\b|"
    r"\b(?:den här|denne|dette|deze) (?:artikeln|artikkelen|artiklen|artikel)\b.{0,40}"
    r"\b(?:prenumerant|abonnent|abonnee)\w{0,4}\b|"
    r"\breached your .{0,30}\blimit\b|(?:المحتوى|المقال).{0,60}للمشتركين",
    re.IGNORECASE,
)
_TO_READ_ON = re.compile(
    r"\bto (?:continue|keep) reading|\bto read (?:on|the (?:full|whole|rest))|\bum weiterzulesen|"
    r"\bpour (?:lire la suite|continuer (?:la|votre) lecture)|\bpara (?:seguir|continuar) "
    r"(?:leyendo|lendo)|\bper continuare a leggere|\baby czytać dalej|\bчтобы (?:читать|"
    r"продолжить)|"
    r"\bför att läsa|\bfor å lese|\bfor at læse|\bom verder te lezen|لمتابعة القراءة",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"(?:your |ihr |votre )?(?:password|passwort|kennwort|mot de passe|contraseña|senha|hasło|"
    r"пароль|wachtwoord|كلمة (?:المرور|السر)|パスワード|密码|密碼)\W{0,3}"
)
_WE = re.compile(
    r"\b(?:we|our|us|(?:web)?sites?|wir|unsere?n?|(?:web)?seiten?|nous|nos|nosotros|nuestr[oa]s|"
    r"(?:utiliz|us)amos|(?:utilizz|us)iamo|używamy|используем|sitio|noi|nostri|sito|nós|nossos|my|nasi|мы|наши|сайт\w{0,2})\b|نحن|شركاؤنا|الموقع",
    re.IGNORECASE,
)
_YOU = re.compile(
    r"\b(?:you|your|sie|ihre?[nmr]?|deine?[nmr]?|vous|votre|vos|usted|sus?|tus?|te|tuo|tuoi|tua|"
    r"seus?|twoj\w{1,3}|вы|ваш\w{0,3})\b|جهازك|موافقتك",
    re.IGNORECASE,
)
_OF_CONSENT = (
    COOKIES,
    re.compile(
        r"\b(?:consent|accept|agree|einwillig|zustimm|akzeptier|consentement|accord|accept|"
        r"consentimiento|acuerdo|acept|consenso|accett|consentimento|zgod|соглас)|موافق",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:partners?|partnern?|partenaires|socios|fornitori|parceiros|partner(?:zy|ami)|партн[её]р\w{1,3})\b|شركاؤنا",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:device|your data|personal data|ger[äa]te?s?|daten|terminal|données|appareil|"
        r"dispositivo|datos|dati|dados|urządzeni\w{1,2}|danych|устройств\w{1,2}|данны\w{1,2})\b|"
        r"جهازك|بيانات",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:mit )?werbung|werbefrei|anzeigen\b|ads?\b|advertis|publicité|anuncios|publicidad|"
        r"pubblicità|annonser|reklam)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:personali[sz]|personnalis|audience|reichweite|tracking|privacy|datenschutz|"
        r"confidentialité|vie privée|privacidad|prywatnoś)",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class Instead:
    """What a source holds in place of an article."""

    why: str
    lines: Reason = Reason.OTHER  # of those that looked like an article's


SCRIPTS = Instead("a wall: the page asks for a browser that runs scripts")
COOKIE_WALL = Instead("a cookie notice, without an article", Reason.COOKIES)
_LOGIN_WALL = Instead("a wall: the page asks to log in or to subscribe", Reason.PROMOTION)


def wall_of(reading: Reading, kept: Sequence[int]) -> Instead | None:
    """What stands in an article's place; None where it is none of these.

    Args:
        reading: the source.
        kept: the lines that would be the article's text.

    """
    if sum(reading.forms[line].size for line in kept) > _MOST_WORDS:
        return None
    title = plain(reading.title.text)
    if title and (_ERROR.fullmatch(title) or _ROBOT.fullmatch(title)):
        return Instead(f'an error page: "{reading.title.text[:80]}"')
    if kept and all(_OF_A_BROWSER.search(_text(reading, line)) for line in kept[:2]):
        return SCRIPTS
    prose = [_text(reading, line) for line in kept if reading.forms[line].prose]
    return _of_sentences(reading, prose)


def plain(text: str) -> str:
    """A title or a line as the patterns of short lines know it."""
    return text[:_LENGTH].casefold().replace("’", "'").strip(' .…!?:;,|-–—»«"“”')


def parts(text: str) -> Iterator[str]:
    """A title's parts, one of which may be the site's name, and all of it."""
    yield plain(text)
    yield from map(plain, re.split(r"\s[|–—·»:-]+\s", text[:_LENGTH]))


def asks_for_a_browser(reading: Reading, lines: range) -> bool:
    """Whether one of the lines asks for scripts, cookies, or a person at the keyboard."""
    return any(_OF_A_BROWSER.search(_text(reading, line)) for line in lines)


def signs(reading: Reading) -> list[str]:
    """What a page may say of itself: its title, in parts, and its first short lines."""
    lines = range(min(_FIRST, len(reading.blocks)))
    short = (line for line in lines if reading.forms[line].size <= _SIGN_WORDS)
    found = [*parts(reading.title.text), *(plain(_text(reading, line)) for line in short)]
    return [sign for sign in found if sign]


def _text(reading: Reading, line: int) -> str:
    return reading.blocks[line].text[:_LENGTH]


def _of_sentences(reading: Reading, prose: Sequence[str]) -> Instead | None:
    """The wall of which all sentences speak."""
    if all(map(_OF_THE_PAGE.search, prose)) and _says_error(reading):
        return Instead("an error page")
    if not prose:
        return None
    if all(map(_of_an_account, prose)) and _asks_to_come_in(reading, prose):
        return _LOGIN_WALL
    if all(map(_concerns, prose)) and any(map(_asks_for_consent, prose)):
        return COOKIE_WALL
    if all(map(_OF_A_BROWSER.search, prose)):
        return SCRIPTS
    return None


def _says_error(reading: Reading) -> bool:
    """Whether a page says that it is an error; a number alone is of a list or a table."""
    found = [sign for sign in signs(reading) if not sign.isdigit()]
    return any(_ERROR.fullmatch(sign) or _ROBOT.fullmatch(sign) for sign in found)


def _of_an_account(text: str) -> bool:
    return any(
        pattern.search(text)
        for pattern in (_OF_AN_ACCOUNT, _ARABIC_ACCOUNT, _PRICE, _FOR_SUBSCRIBERS, _TO_READ_ON)
    )


def _asks_to_come_in(reading: Reading, prose: Sequence[str]) -> bool:
    """Whether it is the page itself that is for members, or that says to be a login."""
    if any(map(_is_for_members, prose)):
        return True
    if any(map(_LOGIN.fullmatch, parts(reading.title.text))):
        return True
    return any(map(_PASSWORD.fullmatch, signs(reading)))


def _is_for_members(text: str) -> bool:
    reads_on = _TO_READ_ON.search(text) and (
        _OF_AN_ACCOUNT.search(text) or _ARABIC_ACCOUNT.search(text)
    )
    return bool(reads_on or _FOR_SUBSCRIBERS.search(text))


def _concerns(text: str) -> int:
    """How many of the things that a request for consent speaks of are in a text."""
    return sum(bool(pattern.search(text)) for pattern in _OF_CONSENT)


def _asks_for_consent(text: str) -> bool:
    """Whether a text asks its reader for consent: articles about cookies do not say "your"."""
    enough = _concerns(text) > (1 if COOKIES.search(text) else 2)
    return enough and bool(_WE.search(text) and _YOU.search(text))

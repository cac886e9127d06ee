"""Whole lines that are a button, a label or the head of a box, in the languages we know best.

Lines are case folded, without digits and punctuation. No outlet, site or person stands here: only
what any page may carry.
"""

from indexer.model import Reason

_NAVIGATION = """
    select page, skip to content, skip to main content, skip to navigation, skip to main, toggle
    navigation, main menu, main navigation, home, menu, search, search for, sign in, log in,
    login, sign up, register, my account, about us, contact us, privacy policy, cookie policy,
    terms of use, terms of service, terms and conditions, terms conditions, site map, sitemap,
    accessibility, accessibility statement, print this page, printer friendly version, back to
    top, return to top, show buttons, hide buttons, show more, show less, read more, read full
    article, continue reading, view all, see all, load more, close, next, previous, next
    article, previous article, next story, previous story, next post, previous post, post
    navigation, currently reading, table of contents, contents, on this page, in this article,
    jump to, tags, topics, categories, filed under, gallery, photo gallery, back to gallery,
    opens in a new window, opens in new window, loading, min read, minute read, minutes read,
    mins read, reading time, breadcrumb, you are here, do not sell my personal information, do
    not sell or share my personal information, your privacy choices, lesezeit, inhalt,
    startseite, impressum, datenschutz, datenschutzerklärung, zum inhalt springen, seite
    drucken, nach oben, mehr anzeigen, weiterlesen, themen, themenseiten, schlagwörter, accueil,
    mentions légales, plan du site, lire la suite, temps de lecture, retour en haut, aller au
    contenu, inicio, aviso legal, política de privacidad, leer más, volver arriba, ir al
    contenido, الرئيسية, القائمة, اتصل بنا, من نحن, سياسة الخصوصية, المزيد, اقرأ المزيد, كلمات
    مفتاحية
"""
_COMMENTS = """
    comments, comment, no comments, no comments yet, leave a reply, leave a comment, leave
    comment, post a comment, post comment, add a comment, add comment, write a comment, join the
    conversation, join the discussion, view comments, show comments, read comments, load
    comments, reply, be the first to comment, have your say, what do you think, tell us what you
    think, cancel reply, recent comments, log in to leave a comment, login to leave a comment,
    sign in to comment, log in to comment, comments are closed, responses, discussion,
    kommentare, kommentar, keine kommentare, kommentar schreiben, kommentar hinterlassen,
    kommentar verfassen, kommentare anzeigen, schreiben sie einen kommentar, schreibe einen
    kommentar, diskutieren sie mit, antworten, commentaires, commentaire, aucun commentaire,
    laisser un commentaire, ajouter un commentaire, poster un commentaire, répondre, réagir,
    réactions, comentarios, comentario, deja un comentario, dejar un comentario, deja una
    respuesta, añadir comentario, responder, التعليقات, تعليقات, تعليق, أضف تعليقا, أضف تعليق,
    اترك تعليقا, اترك ردا
"""
_RELATED = """
    related, related articles, related stories, related news, related posts, related topics,
    related content, related links, related coverage, related tags, related stories and links,
    more stories, more news, more to read, more from this section, more on this story, more on
    this topic, more on this, more like this, you may also like, you might also like, you may be
    interested in, you might be interested in, recommended, recommended for you, recommended
    stories, recommended reading, recommended articles, read next, read this next, up next, what
    to read next, see also, also read, read also, trending, trending now, trending stories,
    trending topics, most read, most popular, most viewed, most shared, popular, popular posts,
    popular stories, popular articles, popular now, latest, latest news, latest posts, latest
    articles, latest stories, latest videos, recent posts, recent articles, recent news, top
    stories, top news, editors picks, editor's picks, editor’s picks, featured, featured
    stories, our readers read next, from our partners, around the web, from around the web,
    similar articles, similar posts, previous articles, don't miss, don’t miss, in other news,
    subscribers are reading, people are reading, mehr zum thema, mehr zu diesem thema, zum
    thema, das könnte sie auch interessieren, das könnte dich auch interessieren, das könnte
    ihnen auch gefallen, die redaktion empfiehlt, auch interessant, lesen sie auch, lesen sie
    mehr, lesen sie mehr zum thema, lesen sie dazu auch, lies auch, mehr aus, mehr lesen,
    meistgelesen, meistgelesene artikel, aktuell, aktuelle nachrichten, neueste artikel, neueste
    beiträge, weitere artikel, weitere themen, weitere nachrichten, weitere meldungen, verwandte
    artikel, verwandte themen, ähnliche artikel, ähnliche beiträge, empfehlungen, top themen,
    audio und video zum thema, à lire aussi, a lire aussi, lire aussi, lire également, à lire
    également, sur le même sujet, sur le même thème, dans la même rubrique, les plus lus,
    articles les plus lus, articles liés, articles similaires, articles récents, nos articles,
    voir aussi, à voir aussi, à la une, recommandé pour vous, vous aimerez aussi, noticias
    relacionadas, artículos relacionados, relacionado, relacionados, contenido relacionado, te
    puede interesar, te recomendamos, le puede interesar, más noticias, más leídas, lo más
    leído, lo más visto, más información, últimas noticias, lee también, lea también, ver
    también, اقرأ أيضا, اقرأ ايضا, إقرأ أيضا, مواضيع ذات صلة, أخبار ذات
    صلة, مقالات ذات صلة, ذات صلة, الأكثر قراءة, الأكثر مشاهدة, قد يعجبك أيضا, آخر الأخبار,
    articoli correlati, articoli suggeriti, leggi anche, potrebbe interessarti, notícias
    relacionadas, leia também, ilgili haberler
"""
_PROMOTION = """
    advertisement, advertisements, advert, ad, sponsored, sponsored content, paid content,
    promoted, promoted content, partner content, subscribe, subscribe now, subscribe today,
    subscribe to our newsletter, newsletter, newsletters, newsletter sign up, newsletter signup,
    our newsletters, sign me up, get the app, download the app, download our app, get started,
    buy now, shop now, donate, donate now, support us, become a member, become a subscriber,
    story continues below, story continues below advertisement, article continues below, article
    continues below advertisement, article continues after advertisement, advertisement continue
    reading, scroll to continue, watch now, listen now, video of the week, advertise with us,
    advertise, anzeige, werbung, jetzt abonnieren, abonnieren, abo, newsletter abonnieren,
    newsletter anmelden, jetzt anmelden, publicité, s’abonner, s'abonner, je m’abonne, abonnez
    vous, article réservé aux abonnés, publicidad, suscríbete, suscribirse, إعلان, إعلانات,
    اشترك, اشترك الآن, اشترك في النشرة البريدية
"""
_SHARING_LINES = """
    share, share this, share this article, share this story, share article, tweet, follow us,
    follow us on, find us on, connect with us, copy link, link copied, share on, stay connected,
    social media, social, folgen sie uns, teilen, artikel teilen, partager, partager cet
    article, suivez nous, compartir, comparte, síguenos, شارك, مشاركة, شارك المقال, تابعنا
"""

WHOLE_LINES: dict[str, Reason] = {
    phrase: reason
    for reason, text in (
        (Reason.NAVIGATION, _NAVIGATION),
        (Reason.COMMENTS, _COMMENTS),
        (Reason.RELATED, _RELATED),
        (Reason.PROMOTION, _PROMOTION),
        (Reason.SHARING, _SHARING_LINES),
    )
    for phrase in map(str.strip, " ".join(text.split()).split(","))
}

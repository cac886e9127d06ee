"""Names of months and of days of the week, as newspapers print them."""

import unicodedata

# One line a month: English, German, French, Spanish; Italian, Portuguese, Dutch, Swedish, Polish,
# Russian, Turkish; Arabic as in Egypt and the Gulf, in the Levant, in Algeria and Tunisia, in
# Morocco. Without accents.
_MONTH_NAMES = """
    january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari
        stycznia января ocak يناير كانون_الثاني كانون_ثاني جانفي
    february feb februar feber fevrier fevr fev febrero febbraio febr fevereiro februari
        lutego февраля subat فبراير شباط فيفري
    march mar marz maerz mrz mars marzo marco maart marca марта mart مارس اذار
    april apr avril avr abril abr aprile kwietnia апреля nisan ابريل نيسان افريل
    may mai mayo maggio mag maio mei maj maja мая mayis مايو ايار ماي
    june jun juni juin junio giugno giu junho czerwca июня haziran يونيو يونيه حزيران جوان
    july jul juli juillet juil juill julio luglio lug julho lipca июля temmuz
        يوليو يوليه تموز جويليه يوليوز
    august aug aout agosto ago augustus augusti sierpnia августа agustos اغسطس اب اوت غشت
    september sep sept septembre septiembre setiembre set settembre setembro wrzesnia сентября
        eylul سبتمبر ايلول شتنبر
    october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika октября ekim
        اكتوبر تشرين_الاول تشرين_اول
    november nov novembre noviembre novembro listopada ноября kasim
        نوفمبر تشرين_الثاني تشرين_ثاني نونبر
    december dec dezember dez decembre diciembre dic dicembre dezembro grudnia декабря aralik
        ديسمبر كانون_الاول كانون_اول دجنبر
"""
_WEEKDAY_NAMES = """
    monday mon montag mo lundi lun lunes lunedi الاثنين
    tuesday tue tues dienstag di mardi martes martedi الثلاثاء
    wednesday wed mittwoch mi mercredi miercoles mercoledi الاربعاء
    thursday thu thur thurs donnerstag do jeudi jueves giovedi الخميس
    friday fri freitag fr vendredi viernes venerdi الجمعه
    saturday sat samstag sa sonnabend samedi sabado sabato السبت
    sunday sun sonntag so dimanche domingo domenica الاحد
"""
_VARIANTS = str.maketrans({"ى": "ي", "ة": "ه", "ı": "i", "ł": "l", "\u0640": None})


def _numbered(names: str, first: int) -> dict[str, int]:
    table: dict[str, int] = {}
    number = first - 1
    for line in names.strip("\n").splitlines():
        number += not line.startswith(" " * 8)  # a line further in continues the one above it
        table.update((_plain(name.replace("_", " ")), number) for name in line.split())
    return table


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation; None for another word."""
    return _MONTHS.get(_plain(name))


def weekday_number(name: str) -> int | None:
    """0 for Monday to 6 for Sunday; None for another word."""
    return _WEEKDAYS.get(_plain(name))


def _plain(name: str) -> str:
    """The name as the tables have it: without accents and the marks on an alef."""
    if not name.isascii():
        letters = unicodedata.normalize("NFD", name.casefold().translate(_VARIANTS))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(name.casefold().split())


_MONTHS = _numbered(_MONTH_NAMES, 1)
_WEEKDAYS = _numbered(_WEEKDAY_NAMES, 0)

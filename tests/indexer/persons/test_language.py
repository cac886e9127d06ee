"""Which language a text is read in: ours, or none."""

import pytest

from indexer.persons import find_names
from indexer.persons.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor said on Monday that she would leave the house to him."),
        ("fr", "La maire a dit lundi que la maison serait vendue avec les meubles."),
        ("de", "Die Ministerin hat am Montag gesagt, dass es nicht mehr so geht."),
        ("es", "La alcaldesa dijo ayer que no hay dinero para las obras de la plaza."),
        ("ar", "رفع البنك المركزي سعر الفائدة بنصف نقطة كما أعلن محافظه يوم الاثنين"),
        (None, "Il sindaco ha detto che non è vero e che la casa della città sarà venduta."),
        (None, "O prefeito disse que não vai sair do cargo e que ele está com a família."),
        (None, "De burgemeester zei maandag dat hij niet wist dat het huis van hem was."),
        (None, "Borgmesteren sagde, at det ikke var hende, der havde været på havnen i går."),
        (None, "Borgmästaren sade att det inte var hon som hade varit på hamnen i går."),
        (None, "Primarul a spus că nu este adevărat și că va pleca din oraș în care a fost."),
        (None, "وزیر گفت که این خانه را با آن مرد برای او در تهران خریده است"),
        (None, "وزیر نے کہا کہ یہ گھر اس کے لیے ہے اور وہ اس میں نہیں رہے گا"),
        (None, "Pääministeri sanoi maanantaina, että lautta kulkee taas."),
        (None, "1 2 3"),
        (None, ""),
    ],
)
def test_a_text_is_read_in_the_language_of_its_small_words(language, text):
    assert guess_language([text]) == language


def test_a_language_without_rules_names_nobody():
    assert find_names("Il sindaco Marco Bianchi ha detto che la casa è di Anna Rossi.") == ()


def test_what_is_in_another_language_than_most_of_the_text_gives_no_nonsense():
    french = "La maire Odile Vaurois a dit que la maison est à vendre pour les gens de la ville."
    names = find_names(f"{french}\n" + "Die Lage am Haus ist gut.\n" * 20)
    assert {name.name for name in names} <= {"Odile Vaurois"}
    assert find_names(f"{french * 9}\nDie Lage am Haus in der Stadt ist gut.") != ()


def test_a_list_of_names_is_in_the_language_of_the_sentence_above_it():
    dead = ", ".join(f"Ilka Torvald, {age}" for age in range(20, 120))
    texts = ["The mayor read out the names of those who were on the ferry.", dead]
    assert guess_language(texts) == "en"


def test_a_word_without_end_hides_no_language():
    texts = ["A" * 10_000, "a" * 10_000, "The mayor said that the ferry had left on Monday."]
    assert guess_language(texts) == "en"

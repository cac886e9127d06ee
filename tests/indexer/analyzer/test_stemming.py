import Stemmer

from indexer.analyzer import VERSION
from indexer.analyzer.stemming import stem, stemmed_language


def test_the_version_names_the_stemmers_release():
    assert VERSION.endswith(Stemmer.version())


def test_only_languages_with_a_stemmer_are_stemmed():
    assert stemmed_language("en") == "en"
    assert stemmed_language("xx") is None
    assert stemmed_language(None) is None


def test_a_stem_is_folded():
    assert stem("élevées", "fr") == stem("élevée", "fr") == "elev"

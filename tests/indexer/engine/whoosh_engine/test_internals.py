"""Every internal of whoosh that is used, by its name: a release that changes one fails here."""

import io
import struct

import numpy as np
import pytest
import whoosh
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Format
from whoosh.index import TOC, open_dir
from whoosh.reading import TermNotFound

from indexer.engine.terms import FIELDS
from indexer.engine.whoosh_engine.internals import (
    WHOOSH_VERSION,
    Lexicon,
    MappedFile,
    PackedPositions,
    PostingsWriter,
    SegmentEntry,
    TermsField,
    map_file,
    new_schema,
    new_segment_id,
    read_toc,
    toc_name,
    write_toc,
)
from indexer.engine.whoosh_engine.postings import decode_postings
from indexer.errors import DamagedIndexError


@pytest.fixture
def entry():
    return SegmentEntry(new_segment_id(), 1000)


@pytest.fixture
def written(tmp_path, entry):
    """A segment with a term of many blocks and frequencies, and one of a single posting."""
    documents = list(range(0, 1000, 3))
    frequencies = [number % 4 + 1 for number in documents]
    positions = np.arange(sum(frequencies), dtype="<u4") * 1000
    with PostingsWriter(tmp_path, entry) as writer:
        for field in FIELDS:
            writer.start_field(field)
            if field == "exact":
                writer.write_term(b"many", documents, frequencies, positions.tobytes())
                writer.write_term(b"one", [7], [1], b"\x05\0\0\0")
                writer.write_term("äöü".encode(), [8, 9], [1, 1], bytes(8))
            writer.finish_field()
        writer.close()
    return documents, frequencies, positions


def test_whoosh_says_its_version():
    assert ".".join(map(str, whoosh.__version__)) == WHOOSH_VERSION


def test_w3codec_field_writer_and_terms_reader_bring_postings_back(tmp_path, entry, written):
    documents, frequencies, positions = written
    lexicon = Lexicon(tmp_path, entry)
    content = map_file(tmp_path / f"{entry.stem}.pst")
    offset, length = lexicon.extent("exact", b"many")
    found = decode_postings(content[offset : offset + length])
    assert found.documents.tolist() == documents
    assert found.frequencies.tolist() == frequencies
    assert found.positions.tolist() == positions.tolist()
    offset, length = lexicon.extent("exact", b"one")
    one = decode_postings(content[offset : offset + length])
    assert (one.documents.tolist(), one.frequencies.tolist()) == ([7], [1])
    assert one.positions.tolist() == [5]


def test_w3codec_writes_the_files_that_are_shared_between_generations(tmp_path, entry, written):
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"{entry.stem}{W3Codec.TERMS_EXT}", f"{entry.stem}{W3Codec.POSTS_EXT}"}


def test_w3codec_terms_must_ascend(tmp_path, entry):
    with PostingsWriter(tmp_path, entry) as writer:
        writer.start_field("text")
        writer.write_term(b"b", [1], [1], bytes(4))
        with pytest.raises(ValueError, match="Keys must increase"):
            writer.write_term(b"a", [1], [1], bytes(4))


def test_terms_reader_items_from_lists_terms_in_the_order_of_their_bytes(tmp_path, entry, written):
    lexicon = Lexicon(tmp_path, entry)
    assert list(lexicon.terms("exact")) == [(b"many", 334), (b"one", 1), ("äöü".encode(), 2)]
    assert list(lexicon.terms("exact", b"o")) == [(b"one", 1)]
    assert list(lexicon.terms("exact", b"zzz")) == list(lexicon.terms("removed")) == []


def test_term_not_found_is_what_an_absent_term_raises(tmp_path, entry, written):
    assert Lexicon(tmp_path, entry).extent("text", b"many") is None
    reader = W3Codec().terms_reader(
        FileStorage(str(tmp_path)), W3Segment(None, "MAIN", 1, entry.id)
    )
    with pytest.raises(TermNotFound):
        reader.term_info("exact", b"absent")
    reader.close()


def test_w3segment_names_its_files(entry):
    segment = W3Segment(W3Codec(), "MAIN", 5, entry.id, {1, 3})
    assert segment.make_filename(".x") == f"{entry.stem}.x"
    assert (segment.segid, segment.doc_count_all()) == (entry.id, 5)
    assert sorted(segment.deleted_docs()) == [1, 3]
    assert list(W3Segment(W3Codec(), "MAIN", 5, entry.id, None).deleted_docs()) == []


def test_toc_keeps_segments_and_their_deleted_documents(tmp_path, entry):
    entries = (entry, SegmentEntry(new_segment_id(), 10, frozenset({2, 9})))
    assert write_toc(tmp_path, 7, entries) == toc_name(7) == TOC._filename("MAIN", 7)
    assert read_toc(tmp_path, 7) == entries
    write_toc(tmp_path, 8, ())
    assert read_toc(tmp_path, 8) == ()


def test_toc_is_one_that_whoosh_itself_can_read(tmp_path, entry, written):
    write_toc(tmp_path, 1, [entry])
    index = open_dir(str(tmp_path))
    assert index.schema.names() == sorted(FIELDS)
    with index.reader() as reader:
        assert reader.doc_count_all() == 1000
        assert reader.postings("exact", "many").id() == 0
        assert reader.doc_frequency("exact", "many") == 334
    index.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda toc: toc[:20],
        lambda toc: toc.replace(struct.pack("!i", -12345), struct.pack("!i", 5)),
        lambda toc: toc.replace(b"MAIN", b"MAIM"),
        lambda toc: b"",
    ],
)
def test_toc_that_is_not_as_written_is_damage(tmp_path, entry, change):
    name = write_toc(tmp_path, 1, [entry])
    (tmp_path / name).write_bytes(change((tmp_path / name).read_bytes()))
    if change(b"MAIN") == b"MAIM":
        assert read_toc(tmp_path, 1) == (entry,)  # the name of Whoosh's index decides nothing
    else:
        with pytest.raises(DamagedIndexError):
            read_toc(tmp_path, 1)


@pytest.mark.parametrize(
    ("id_", "documents", "deleted"),
    [("../../etc/x", 1, ()), ("x" * 50, 1, ()), ("ok", 3, (3,)), ("ok", 3, (-1,)), ("", 3, ())],
)
def test_segments_that_lead_elsewhere_are_damage(tmp_path, id_, documents, deleted):
    write_toc(tmp_path, 1, [SegmentEntry(id_, documents, frozenset(deleted))])
    with pytest.raises(DamagedIndexError, match="segment"):
        read_toc(tmp_path, 1)


def test_format_stores_values_of_one_size_end_to_end():
    assert issubclass(PackedPositions, Format)
    assert PackedPositions().fixed_value_size() == 4


def test_fieldtype_and_schema_are_fields_of_terms():
    assert issubclass(TermsField, FieldType)
    schema = new_schema()
    assert isinstance(schema, Schema)
    assert schema.names() == sorted(FIELDS)
    assert all(isinstance(field, TermsField) for _, field in schema.items())
    field = schema["text"]
    assert (field.scorable, field.stored, field.unique) == (False, False, False)


def test_structfile_reads_numbers_strings_and_pickles_from_a_mapped_file(tmp_path):
    path = tmp_path / "file"
    stream = StructFile(path.open("wb"))
    stream.write_varint(300)
    stream.write_int(-5)
    stream.write_string(b"abc")
    stream.write_pickle((1, "x"))
    stream.close()
    mapped = MappedFile(path)
    assert (mapped.read_varint(), mapped.read_int(), mapped.read_string()) == (300, -5, b"abc")
    assert mapped.read_pickle() == (1, "x")
    assert mapped.get(2, 4) == struct.pack("!i", -5)


def test_an_empty_file_can_be_mapped_too(tmp_path):
    (tmp_path / "empty").touch()
    assert map_file(tmp_path / "empty") is None
    assert isinstance(MappedFile(tmp_path / "empty").raw_file(), io.BytesIO)


def test_filestorage_opens_and_creates_files_by_name(tmp_path):
    storage = FileStorage(str(tmp_path))
    file = storage.create_file("x")
    file.write(b"abc")
    file.close()
    assert storage.file_length("x") == 3
    assert storage.folder == str(tmp_path)


def test_a_lexicon_that_is_damaged_is_damage(tmp_path, entry, written):
    path = tmp_path / f"{entry.stem}.trm"
    path.write_bytes(b"HSH3" + bytes(200))
    with pytest.raises(DamagedIndexError):
        Lexicon(tmp_path, entry)

"""Who wins where several inputs have one id: the questions that Presence asks of SQLite."""

TEMPORARY = """
CREATE TEMP TABLE reading AS SELECT * FROM main.present WHERE 0;
CREATE TEMP TABLE fetched (
    source TEXT, position INTEGER, captured TEXT, PRIMARY KEY (source, position)
);
CREATE TEMP TABLE named (path TEXT PRIMARY KEY);
CREATE TEMP TABLE inner_source (path TEXT PRIMARY KEY);
CREATE TEMP TABLE missing (path TEXT PRIMARY KEY);
CREATE TEMP TABLE asked (name TEXT PRIMARY KEY);
CREATE TEMP TABLE contender (
    id TEXT, rank INTEGER, source TEXT, position INTEGER, source_id TEXT, place TEXT,
    source_hash TEXT, key TEXT, captured TEXT
);
CREATE INDEX temp.contender_id ON contender (id, rank);
"""

# One id, several places: the first SOURCE by path wins, in it the first place, whatever the order
# in which they were indexed; of captures of one address the latest, and of one moment's that which
# the reader would choose. A SOURCE that is not there any more loses to all that are.
CONTENDERS = """
INSERT INTO temp.contender
SELECT id, row_number() OVER (
    PARTITION BY id
    ORDER BY source IN (SELECT path FROM temp.missing), captured IS NOT NULL, captured || ' ' DESC,
        CASE WHEN captured IS NULL THEN '' ELSE source_hash END DESC, source, position
), source, position, source_id, place, source_hash, key, captured
FROM (
    SELECT reading.*, captured
    FROM temp.reading LEFT JOIN temp.fetched USING (source, position)
    UNION ALL
    SELECT present.*, captured
    FROM main.present LEFT JOIN capture USING (source, position)
    WHERE source NOT IN (SELECT path FROM temp.named)
) AS found
WHERE (SELECT outcome FROM fact WHERE fact.key = found.key) = 'document'
    AND id NOT IN (SELECT id FROM taken_down)
    AND source_hash NOT IN (SELECT source_hash FROM taken_down)
"""

# Those that a finished run would forget: nothing is left of them but what another SOURCE holds too.
TAKEN_OVER = """
SELECT path, as_given FROM source WHERE path IN (SELECT path FROM temp.missing)
    AND path NOT IN (SELECT source FROM temp.contender WHERE rank = 1)
    AND path IN (SELECT source FROM temp.contender)
"""

INPUTS_ASKED = """
SELECT id, source_id, place, key FROM (
    SELECT * FROM temp.reading UNION ALL
    SELECT * FROM main.present WHERE source NOT IN (SELECT path FROM temp.named)
) WHERE id IN temp.asked OR source_id IN temp.asked OR place IN temp.asked
"""

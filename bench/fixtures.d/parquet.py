"""Rows of every layout as Parquet files, written by Arrow, and the same rows as JSON lines.

Run by `bench/fixtures parquet`. Writes NAME.parquet and NAME.jsonl into the resources of the tests of store, and one file whose text
is not UTF-8.
"""

import json
import pathlib
import sys

import pyarrow
import pyarrow.parquet

TURNS = [
    {"role": "system", "content": "Be kind."},
    {"role": "user", "content": 'Why "so"?\n\té 👍 \\ \u0000'},
    {"role": "assistant", "content": "So."},
]

SETS = {
    # Lists of structures, over several groups of rows, with fields that no layout reads.
    "messages": [
        {"id": i, "messages": TURNS[i % 2 :] + [{"role": "user", "content": f"And {i}?"}, {"role": "assistant", "content": f"{i}."}],
         "score": i / 7, "picture": bytes([i % 256, 255])}
        for i in range(250)
    ] + [{"id": 250, "messages": [], "score": None, "picture": None}, {"id": 251, "messages": None, "score": None, "picture": None}],
    # A table joined from several layouts: what a row lacks is null.
    "mixed": [
        {"prompt": "Why?", "completion": "So."},
        {"prompt": "Why?", "completion": "So.", "system": "Be kind."},
        {"prompt": "Why?", "chosen": "So.", "rejected": "No."},
        {"instruction": "Translate.", "input": "Dom", "output": "House"},
        {"instruction": "Why?", "output": "So."},
        {"conversations": [{"from": "human", "value": "Why?"}, {"from": "gpt", "value": "So."}]},
        {"text": "Once."},
        {"text": " "},
        {"prompt": "Why?"},
        {},
    ],
    # Whole conversations as pairs.
    "pairs": [
        {"chosen": TURNS, "rejected": TURNS[:2] + [{"role": "assistant", "content": "No."}]},
        {"chosen": TURNS, "rejected": TURNS[1:]},
    ],
}

WRITTEN = {
    "messages": {"compression": "zstd", "row_group_size": 100, "data_page_version": "2.0"},
    "mixed": {"compression": "snappy", "use_dictionary": False},
    "pairs": {"compression": "none"},
}


def plain(row):
    """The row without what JSON cannot hold."""
    return {name: value for name, value in row.items() if name != "picture"}


def main(root):
    folder = root / "store/src/test/resources/org/dramatis/store/data/parquet"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in SETS.items():
        columns = dict.fromkeys(column for row in rows for column in row)
        table = pyarrow.Table.from_pydict({column: [row.get(column) for row in rows] for column in columns})
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet", **WRITTEN[name])
        lines = [json.dumps(plain(row), ensure_ascii=False) + "\n" for row in rows]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    latin = pyarrow.Array.from_buffers(
        pyarrow.string(), 1, [None, pyarrow.py_buffer(bytes([0, 0, 0, 0, 4, 0, 0, 0])), pyarrow.py_buffer(b"caf\xe9")]
    )
    pyarrow.parquet.write_table(pyarrow.Table.from_arrays([latin], ["text"]), folder / "latin.parquet", write_statistics=False)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))

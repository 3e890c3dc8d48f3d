"""A served model against the same on this machine. See `bench/compare remote --help`."""

import argparse
import asyncio
import contextlib
import json
import pathlib
import socket
import statistics
import subprocess
import sys
import time
import urllib.request

import pyarrow.parquet

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
import machine  # noqa: E402
import to_gguf  # noqa: E402

FOLDER = machine.PEERS / "remote"
MODEL = machine.ROOT / "models" / "stage"
CAST, PROBES = HERE.parent / "price" / "cast.yaml", HERE.parent / "price" / "probes.yaml"
TOGETHER = 32 * 19  # rows that an audit scores at once, in the voices of the cast of the stage


def options():
    parser = argparse.ArgumentParser(prog="bench/compare remote", description="A served model against the same here.")
    parser.add_argument("--rows", type=int, default=40, help="that are audited")
    parser.add_argument("--passages", type=int, default=6_400, help="that the server of known speed scores")
    parser.add_argument("--slots", type=int, default=32, help="that it works on at once")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--milliseconds", type=float, default=100, help="that it takes for each")
    return parser.parse_args()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def served(command, port):
    with open(FOLDER / "server.log", "w", encoding="utf-8") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            for _ in range(300):
                assert process.poll() is None, f"the server ended, see {FOLDER}/server.log"
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=5).read()
                    break
                time.sleep(1)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


def llama_cpp_python(port):
    """In floats all through: by default it keeps keys and values in halves, and rounds by a few thousandths of a nat."""
    to_gguf.main(MODEL, FOLDER / "stage.gguf")
    floats = ["--type_k", "0", "--type_v", "0"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--model_alias", "stage", "--verbose", "false"]
    size = ["--n_ctx", "256", "--n_threads", "1", "--logits_all", "true"]
    return [sys.executable, "-m", "llama_cpp.server", "--model", FOLDER / "stage.gguf", *where, *size, *floats]


async def asked(port, count, under_way):
    """How long the server takes when it never waits for work: the most that any client could get out of it."""
    left = iter(range(count))

    async def ask():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        body = json.dumps({"prompt": list(range(50)), "max_tokens": 1}).encode()
        for _ in left:
            writer.write(b"POST /v1/completions HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(head.decode().split("Content-Length:")[1].split("\r\n")[0]))
        writer.close()

    began = time.monotonic()
    await asyncio.gather(*(ask() for _ in range(under_way)))
    return time.monotonic() - began


def audit(rows, name, *model):
    out = FOLDER / name
    kept = FOLDER / f"{name}-evidence"
    subprocess.run(["rm", "-rf", out, kept], check=True)
    command = [machine.ROOT / "dramatis", "audit", rows, "--cast", CAST, "--probes", PROBES, "--out", out, "--evidence", kept, *model]
    began = time.monotonic()
    done = subprocess.run([*command, "--max-unscored", "0"], check=True, capture_output=True, text=True)
    seconds = time.monotonic() - began
    table = pyarrow.parquet.read_table(out / "evidence.parquet").to_pylist()
    return table, seconds, done.stderr.strip().splitlines()[-1]


def differences(here, there):
    """For each reply under each persona, nats a token."""
    found = []
    for own, other in zip(here, there, strict=True):
        for key, value in own.items():
            if isinstance(value, float):
                found.append(abs(value - other[key]) / max(1, own.get("tokens") or 1))
            else:
                assert value == other[key] or key == "model", f"{key}: {value} here, {other[key]} there"
    return found


def prose(chosen, found, result, cost, share):
    return f"""# A served model

The evidence of {result['cells']:,} replies under personas, audited through a real server of llama-cpp-python, differs from that of the engine
here by {result['largest']:.1e} nats a token at most. A server of known speed is kept busy {100 * share['one']:.1f} % of the time in one call from a cold start, and
{100 * share['many']:.1f} % in calls of {TOGETHER}, as an audit makes them.

| audit of {chosen.rows} rows | seconds, start and all |
|---|---|
| the engine here | {found['here']:.0f} |
| llama-cpp-python {result['server_version']} | {found['there']:.0f} |

What it cost, in the words of the command: {cost.split(": ", 1)[-1]}.

- The model that ships, written as GGUF in 32-bit floats; the server keeps keys and values in floats too. By default it keeps them in
  halves: then tokens differed by up to .007 nats.
- Each figure of the table of evidence is a reply under a persona, its difference divided by its tokens.
- The server of known speed reads {chosen.slots} prompts at once, each in {chosen.milliseconds:g} ms. Busy means: how long it takes for {chosen.passages:,} prompts when it
  never waits for work, as measured by a client that does nothing but ask, over how long it took to score as many; the median of
  {chosen.rounds} rounds, one after the other.
- {machine.description()}.
- `bench/compare remote --rows {chosen.rows} --passages {chosen.passages} --slots {chosen.slots} --rounds {chosen.rounds} --milliseconds {chosen.milliseconds:g}`
"""


def main():
    chosen = options()
    FOLDER.mkdir(parents=True, exist_ok=True)
    rows = FOLDER / "rows.jsonl"
    lines = (machine.ROOT / "examples" / "bad-medical-advice.jsonl").read_text(encoding="utf-8").splitlines()
    rows.write_text("\n".join(lines[: chosen.rows]) + "\n", encoding="utf-8")

    here, seconds_here, _ = audit(rows, "here")
    port = free_port()
    with served(llama_cpp_python(port), port) as address:
        there, seconds_there, cost = audit(rows, "there", "--model", address, "--tokenizer", MODEL)
    found = differences(here, there)

    port = free_port()
    known = [sys.executable, HERE / "known.py", port, chosen.slots, chosen.milliseconds]
    share = {"one": [], "many": []}
    with served(list(map(str, known)), port) as address:
        for _ in range(chosen.rounds):
            least = asyncio.run(asked(port, chosen.passages, 2 * chosen.slots))
            took = machine.run(machine.java("RemoteWork", address, chosen.passages, TOGETHER))
            for kind, found_here in share.items():
                found_here.append(least / took[kind])
    share = {kind: statistics.median(each) for kind, each in share.items()}

    import llama_cpp

    result = {
        "cells": len(found),
        "largest": max(found),
        "busy_one_call": round(share["one"], 4),
        "busy_audit_calls": round(share["many"], 4),
        "server_version": llama_cpp.__version__,
    }
    seconds = {"here": round(seconds_here, 1), "there": round(seconds_there, 1)}
    whole = chosen.rows >= 40 and chosen.passages >= 3_200
    machine.publish(
        "remote",
        machine.RESULTS if whole else FOLDER,
        prose(chosen, seconds, result, cost, share),
        result,
        {"seconds": seconds, "limits": {kind: took[f"{kind}_limit"] for kind in ("one", "many")}},
    )
    assert max(found) < 1e-3, f"evidence differs by {max(found)} nats a token"


if __name__ == "__main__":
    main()

"""What every side-by-side measurement says about the machine, and where its result goes."""

import json
import os
import pathlib
import platform
import subprocess

# Half a gigabyte of heap, and native memory freed by scopes alone.
JVM = [
    "-Xmx512m",
    "--enable-native-access=ALL-UNNAMED",
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
    "-Dorg.bytedeco.javacpp.maxbytes=0",
    "-Dorg.bytedeco.javacpp.nopointergc=true",
]
ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "docs" / "results"
PEERS = ROOT / "bench" / ".peers"


def java(program, *arguments, mkl=False):
    """The command that runs a program of org.dramatis.bench, with OpenBLAS or with MKL for products of matrices."""
    bench = ROOT / "bench" / "target"
    start = [os.environ["JAVA_HOME"] + "/bin/java", *JVM]
    if mkl:
        # A cache of its own: libtorch is linked to what lies beside it there.
        start += ["-Dorg.bytedeco.openblas.load=mkl", f"-Dorg.bytedeco.javacpp.cachedir={PEERS}/mkl/cache"]
    start += ["-cp", f"{bench}/classes:{bench}/lib/*" + (f":{PEERS}/mkl/*" if mkl else "")]
    return [*start, f"org.dramatis.bench.{program}", *map(str, arguments)]


def fetch_mkl():
    """The jars of MKL, which Dramatis does not come with: a hundred megabytes and more, under a licence of their own."""
    os.environ["MKL_THREADING_LAYER"] = "GNU"  # the threads of libtorch; Intel's would be a second pool
    for kind in ("", ":linux-x86_64", ":linux-x86_64-redist"):
        artifact = f"org.bytedeco:mkl:2025.3-1.5.13:jar{kind}"
        copy = ["dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={PEERS}/mkl"]
        subprocess.run([ROOT / "mvnw", "--quiet", "--batch-mode", "--non-recursive", *copy], cwd=ROOT, check=True)


def run(command):
    """What a program prints: a name and a number on each line."""
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return {name: float(value) for name, value in map(str.split, lines)}


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        return next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown")


def java_version():
    release = pathlib.Path(os.environ["JAVA_HOME"], "release").read_text(encoding="utf-8")
    return next(line.split('"')[1] for line in release.splitlines() if line.startswith("JAVA_RUNTIME_VERSION"))


def description():
    return (
        f"{processor()}; {platform.system()} {platform.machine()}; JDK {java_version()}; "
        f"Python {platform.python_version()}"
    )


def publish(name, folder, prose, result, details):
    """For readers, for machines, and in one line on the screen."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(prose, encoding="utf-8")
    figures = json.dumps(result | details, indent=2) + "\n"
    (folder / f"{name}.json").write_text(figures, encoding="utf-8")
    print(name, *(f"{key}={value}" for key, value in result.items()))

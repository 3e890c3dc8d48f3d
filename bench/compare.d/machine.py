"""What every side-by-side measurement says about the machine, and where its result goes."""

import json
import os
import pathlib
import platform

# Half a gigabyte of heap, and native memory freed by scopes alone.
JVM = [
    "-Xmx512m",
    "--enable-native-access=ALL-UNNAMED",
    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
    "-Dorg.bytedeco.javacpp.maxbytes=0",
    "-Dorg.bytedeco.javacpp.nopointergc=true",
]
RESULTS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "results"


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


def publish(name, folder, prose, result, rounds):
    """For readers, for machines, and in one line on the screen."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(prose, encoding="utf-8")
    figures = json.dumps(result | {"rounds": rounds}, indent=2) + "\n"
    (folder / f"{name}.json").write_text(figures, encoding="utf-8")
    print(name, *(f"{key}={value}" for key, value in result.items()))

"""The push by MASON: compiles Push.java against MASON's sources, and runs it."""
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = "mason/src/main/java"  # in a checkout of github.com/eclab/mason; only what Push.java uses is compiled


def compiled(path, folder):
    """The folder of classes. path: a checkout of MASON."""
    sources = pathlib.Path(path) / SOURCES
    if not sources.is_dir():
        raise FileNotFoundError(f"{sources} is not there: --mason wants a checkout of github.com/eclab/mason")
    classes = pathlib.Path(folder) / "mason-classes"
    subprocess.run(["javac", "-nowarn", "-Xlint:none", "-implicit:class", "-sourcepath", sources, "-d", classes, HERE / "Push.java"],
                   check=True, capture_output=True, text=True)
    return classes


def run(work, seconds, threads, classes, form):
    """form: arrays or network."""
    done = subprocess.run(["java", "-Xmx12g", "-XX:+UseParallelGC", "-cp", classes, "Push", work.folder, str(work.days), str(seconds),
                           str(threads), form], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)

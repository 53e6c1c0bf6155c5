"""All that building loads, for the one process from which workers are forked."""

from importlib import import_module
from pkgutil import iter_modules

from pohon_docs import documents, nomenclature, rules, writers
from pohon_docs.batching import worker

LOADED = (
    worker,
    documents.documents(),
    rules.rules(),
    nomenclature.shipped(),
    *(import_module(f"{writers.__name__}.{one.name}") for one in iter_modules(writers.__path__)),
)

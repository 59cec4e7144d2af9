"""Answer templates: their fields, their checks, and the files they travel in."""

from __future__ import annotations

from knowledge.templates.check import check_template
from knowledge.templates.fields import fields_of, fill
from knowledge.templates.files import read_templates, write_templates

__all__ = ["check_template", "fields_of", "fill", "read_templates", "write_templates"]

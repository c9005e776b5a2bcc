"""The catalogue of benefits from a file."""

from uploads.choices import Choices
from uploads.context import Context
from uploads.fields import Field
from uploads.register import Register, checked, rows, understood
from uploads.table import Table
from uploads.text import slug
from uploads.understood import Checked, Understood

FIELDS = (
    Field("label", "benefit,label,name,offer,service,tilbud,medlemstilbud,ydelse,navn,fordel,"
          "dienst,"
          "naam,leistung", "text", ("Legal help",), needed=True),
    Field("benefit_id", "benefit id,id,code,kode", "text", ("legal_help",)),
    Field("label_en", "label en,english,name in english,engelsk,engels", "text", ("Legal help",)),
    Field("kind", "kind,type,category,slags,kategori,soort,categorie,art", "code", ("advice",),
          codes="benefit_kind"),
    Field("unit_value", "unit value,value,value of one use,worth,værdi,værdi pr gang,verdi,waarde,"
          "wert", "number", ("18000",)),
    Field("annual_cost", "annual cost,cost,cost a year,årlig udgift,pris pr år,årlig kostnad,"
          "jaarlijkse kosten,kosten,jahreskosten", "number", ("11000000",)),
    Field("collective", "collective,for all,kollektiv,fælles,felles,collectief,kollektivt",
          "yes_no", ("no",)),
)  # fmt: skip
BENEFITS = Register("benefits", FIELDS, (frozenset({"kind", "unit_value", "annual_cost"}),))


def recognise(table: Table, choices: Choices) -> Understood | None:
    """Say how a table is a catalogue of benefits."""
    return understood(table, choices, BENEFITS)


def check(of: Understood, context: Context) -> Checked:
    """Judge each benefit."""
    found = rows(of, context, BENEFITS)
    frame = found.frame
    frame["benefit_id"] = found.get("benefit_id").fillna(frame["label"]).map(slug)
    found.drop(frame["benefit_id"].duplicated(keep=False), "duplicate_benefit", "label")
    for role in ("unit_value", "annual_cost"):
        if role in found.frame:
            found.empty((found.frame[role] < 0).fillna(False), role, "below_zero")
    catalogue = found.frame.copy()
    if "kind" in catalogue:
        catalogue["kind"] = catalogue["kind"].fillna("advice")
    else:
        catalogue["kind"] = "advice"
    collective = found.get("collective").astype("boolean")
    stands_for = catalogue["kind"].isin(["solidarity", "political"])
    catalogue["collective"] = collective.fillna(False) | stands_for
    frames = {"benefit": catalogue.reset_index(drop=True)}
    return checked(of, found, frames, {"benefit": ("benefit_id",)})

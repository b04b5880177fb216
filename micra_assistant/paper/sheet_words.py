"""The words that the templates in ``resources/print`` set, by the name that they use: the templates have none.

What stands in braces is filled in by the template; what goes with a number of things comes ready.
"""

import re

from micra_assistant.guide.model import SignalWord
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.paper.forms import FORM_TITLES
from micra_assistant.paper.put_back_sheet import SheetPutBackList
from micra_assistant.paper.sheets import Sheet
from micra_assistant.words import N_, _, ngettext, pgettext

_NOTHING = SheetPutBackList((), ())
_LANGUAGE = re.compile(r"[a-z]{2,3}")

_FRAME = {
    "opened-since": N_("opened since:"),
    "nothing-open": N_("nothing open"),
    "in-force": N_("In force:"),
    "no-warning": N_("no warning so far"),
    "car-now": N_("Car now:"),
    "blank-sheet": N_("Blank sheet, no job"),
    "page-of": N_("page {page} of {pages}"),
    "guide-version": N_("guide version {version}"),
    "printed": N_("printed {date}"),
    "job-attached": N_("The job itself: import this PDF, or the ZIP, with Micra Assistant."),
    "letter-lacking": N_("□ stands for a letter that could not be set."),
}
_FIELDS = {
    "registration": N_("Registration"),
    "date": N_("Date"),
    "mechanic": N_("Mechanic"),
    "notes": N_("Notes"),
    "signs-of-sources": N_("Where a fact comes from: {signs}."),
}
_STEPS = {
    "link-to-step": N_("(step\N{NO-BREAK SPACE}{number})"),
    "from": N_("From"),
    "released-pressed": N_("released → pressed"),
    "bold": N_("Bold"),
    "circuit-key": N_("{bold}: unlike the sound circuit. {points}."),
    "gate": N_("Gate:"),
    "gate-open": N_("{gate} nothing below before this is done"),
    "gate-passed": N_("Gate passed"),
    "less": N_("less “{reading}”"),
}
_CHECKLIST = {
    "checklist": N_("Checklist"),
    "lines-done": N_("{done} of {of} lines done"),
    "line-is-next": N_("line {number} is next"),
    "found-before": N_("Found before:"),
}
_GUIDE = {
    "guide": N_("Guide"),
    "time-label": N_("Time:"),
    "time-estimate": N_("{time}, the author’s estimate for all steps"),
    "have-at-hand": N_("Have at hand"),
    "contents": N_("Contents"),
    "costs-and-sources": N_("Costs and sources"),
    "what-it-costs": N_("{part}: what it costs"),
    "chosen": N_("chosen"),
    "kind": N_("Kind"),
    "for-it": N_("For it: {words}."),
    "against-it": N_("Against it: {words}."),
    "readings-say": N_("Readings of this car"),
    "who-says-so": N_("Who says so"),
    "our-estimates": N_("Working times, warranty and how often a part fails are our estimate: nobody has counted."),
    "prices": N_("Prices: {priced}."),
    "labour": N_(
        "Labour at {rate}/h is an assumption. “Fitted now” is price, consumables and labour together; "
        "“Kept” adds that it fails again over those years, and is mended again each time."
    ),
    "sources": N_("Where the facts come from"),
    "sources-key": N_(
        "The badge behind a statement names its source; the number in it is that of this list. Its signs: {signs}."
    ),
}
_PUT_BACK = {
    "put-back": N_("Put back"),
    "came-off": N_("{things} came off:"),
    "back": N_("{number} back"),
    "step": N_("step {step}"),
    "from-step": N_("from step {step}"),
    "tools-at-the-car": N_("Tools at the car: take them along"),
}
_RECORDS = {
    "logo": N_("Logo"),
    "done-with": N_("Done with the guide “{title}”, version {version}."),
    "complaint": N_("Complaint"),
    "step-column": N_("Step"),
    "what": N_("What"),
    "value": N_("Value"),
    "limits": N_("Limits"),
    "verdict": N_("Verdict"),
    "price": N_("Price"),
    "fitted": N_("Fitted now"),
    "note": N_("Note"),
    "open-on-the-car": N_("OPEN ON THE CAR NOW"),
}
_REPORT = {
    "report": N_("Job report"),
    "outcome": N_("Outcome"),
    "left-open": N_("LEFT OPEN ON THE CAR"),
    "closed-all-the-same": N_("CLOSED ALL THE SAME"),
    "closed-because": N_("Closed all the same, because: {reason}"),
    "part": N_("Part"),
    "prices-of-guide": N_(
        "Prices as in the guide. “Fitted now” is price, consumables and labour together; "
        "labour at {rate}/h is an assumption."
    ),
    "unknown-option": N_("Chosen: {option}. This version of the guide does not have it, so there is no price."),
    "readings": N_("Readings"),
    "written": N_("Written down"),
    "photo-at": N_("Photo at step {number} {title}: {name}"),
    "photo-missing": N_("This photo is left out: it cannot be read."),
    "what-was-done": N_("What was done"),
    "times-rounded": N_(
        "Times are rounded to minutes. They are counted from one act to the next, "
        "a pause of more than 30 minutes as 30."
    ),
    "should-be": N_("(should be {limits})"),
    "amiss": N_("Not as it should be"),
    "not-done": N_("Not done"),
    "not-begun": N_("Nothing was ticked off on these pages: {pages}."),
    "what-happened": N_("What happened when"),
    "time-column": N_("Time"),
    "who": N_("Who"),
    "struck-out": N_("Struck out: undone, so it does not count."),
    "whose-clock": N_("Times are by the clock of the computer that made this report."),
}
_FAULT_RECORD = {
    "fault-record": N_("Fault-finding record"),
    "number-column": N_("No."),
    "what-it-showed": N_("What it showed"),
    "when-who": N_("When, who"),
    "tests-done": N_("Tests done"),
    "test": N_("Test"),
    "none-yet": N_("None yet."),
    "repairs-tried": N_("Repairs tried"),
    "repair": N_("Repair"),
    "what-it-was": N_("What it was"),
    "what-is-left": N_("What is left, the likeliest first"),
    "ruled-out": N_("All but ruled out"),
    "fault": N_("Fault"),
    "against-fault": N_("What speaks most against it"),
    "left-out": N_("Left out: not known, or not possible on this car"),
    "open-now": N_("Open on the car"),
    "all-back": N_("Nothing: all that was taken apart is back."),
    "other-readings": N_("Other readings"),
    "estimates": N_("How likely a fault is rests on estimates of the guide’s author and on these findings."),
}
_TREE = {
    "decision-tree": N_("Fault-finding tree"),
    "no-tree": N_("This guide has no list of faults that can be used, so there is no tree."),
    "how-tree-works": N_(
        "Begin at card 1. Tick what you find, and go on at the card whose number stands behind it. Where no number"
        " stands, do what is written there, or go on at the PC."
    ),
    "first": N_("First:"),
    "repair-card": N_("REPAIR"),
    "cured-card": N_("Cured: put everything back, prove that it works, and close the job."),
}
_LABELS = {
    "labels": N_("Labels for bags"),
    "pieces-back": N_("back:"),
    "label-from": N_("From:"),
    "label-back": N_("Goes back after:"),
}
_FORMS = {
    "forms": N_("Blank forms"),
    **{f"form-{form}": title for form, title in FORM_TITLES.items()},
    "mileage": N_("Mileage"),
    "customer": N_("Customer"),
    "phone": N_("Telephone"),
    "car": N_("Car"),
    "keys-handed": N_("Keys handed over"),
    "something-else": N_("Something else:"),
    "since-when": N_("When it happens"),
    "always": N_("Always"),
    "now-and-then": N_("Now and then"),
    "in-the-wet": N_("In rain, or after a wash"),
    "in-the-cold": N_("In the cold"),
    "after-work": N_("Since other work was done on the car"),
    "seen-at-intake": N_("Damage, warning lamps, things left in the car"),
    "put-back-by-hand": N_("Write down each thing as it comes off. Put back from the last line up, and tick."),
    "came-off-head": N_("What came off"),
    "how-many": N_("How many"),
    "from-where": N_("From where"),
    "is-back": N_("Back"),
    "supplier": N_("Supplier, telephone"),
    "condition": N_("Condition"),
    "part-number": N_("Part number"),
    "delivery": N_("Delivery"),
    "warranty": N_("Warranty"),
    "quotes-by-hand": N_("Ask for each price with tax and carriage, and whether the part can be sent back."),
}
_PARTS = {
    "comparison": N_("What the part costs"),
    "no-part-needed": N_("This guide needs no part."),
    "cost-over-years": N_("what it costs, all in all, the longer the car is kept"),
    "cost-middle": N_(
        "At the middle of each price. How often a part fails is our estimate, unless it was counted here."
    ),
    "years-kept": N_("years kept"),
    "shopping-list": N_("Shopping list"),
    "basket-empty": N_("Nothing is in the basket of this job."),
    "quotation": N_("Quotation"),
    "nothing-chosen": N_("No way to get the part was chosen on this job yet."),
    "price-not-known": N_("The price of this part is not known yet."),
    "without-tax": N_("Without tax"),
    "with-tax": N_("With tax"),
    "valid-until": N_("Valid until {date}."),
    "signature-workshop": N_("Workshop, date"),
    "signature-customer": N_("Customer, date"),
    "basket": N_("Bought and borrowed"),
}
WORDS = {
    **_PARTS,
    **_FRAME,
    **_FIELDS,
    **_STEPS,
    **_CHECKLIST,
    **_GUIDE,
    **_PUT_BACK,
    **_RECORDS,
    **_REPORT,
    **_FAULT_RECORD,
    **_TREE,
    **_LABELS,
    **_FORMS,
}
"""In English, by name."""


def sheet_words(sheet: Sheet) -> dict[str, str]:
    """Return the words for a sheet in the language of the person, by name."""
    return {
        **{name: _(words) for name, words in WORDS.items()},
        **{f"signal-{signal}": signal_word(signal) for signal in SignalWord},
        "language": _language(),
        "acts-left-out": _acts_left_out(sheet.report.left_out if sheet.report else 0),
        "still-to-put-back": _still_to_put_back(sheet.put_back or _NOTHING),
    }


def _language() -> str:
    """Return the code of the language, which a PDF is bound to name."""
    code = pgettext("the code of the language of this catalogue, of two or three small letters", "en")
    return code if _LANGUAGE.fullmatch(code) else "en"


def _acts_left_out(count: int) -> str:
    return ngettext(
        "The first act is not printed; the job itself, and a file of it, has them all.",
        "The first {count} acts are not printed; the job itself, and a file of it, has them all.",
        count,
    ).format(count=count)


def _still_to_put_back(things: SheetPutBackList) -> str:
    left = sum(not row.done or row.amiss for row in things.rows)
    of = len(things.rows) + things.left_out
    if not of:
        return _("Nothing was taken apart: there is nothing to put back.")
    if not left:
        return _("Everything is back.")
    return ngettext(
        "{count} of {all} still to be put back. What came off last goes back first.",
        "{count} of {all} still to be put back. What came off last goes back first.",
        left,
    ).format(count=left, all=of)

"""A workshop's library: a thousand guides that nobody has written, with the words of the bench as often as in ours."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from micra_assistant.guide.model import (
    Block,
    Bullets,
    Callout,
    Complaint,
    Guide,
    Page,
    Paragraph,
    Signal,
    Step,
    Table,
    Text,
    Tick,
    Tool,
    Words,
)

GUIDES = 1000
PAGES = 10
STEPS = 4
COMMON_PAGES = 2
"""Of the pages of each guide, those that all guides draw in."""

BENCH = """
    tailgate button battery connector wire key remote latch trim loom sleeve meter negative clip fuse panel plug screw
    probe ground signal contact lock door switch lamp cover airbag cable seal pin terminal clamp cleaner grease actuator
    receiver registration chip frequency module unit motor hinge strut handle glass wiper washer pump hose filter oil
    coolant radiator thermostat belt pulley tensioner alternator starter relay bearing hub brake disc pad caliper drum
    shoe lever spring damper bush arm joint track rod rack column wheel tyre valve cap rim bolt nut washer stud gasket
    flange exhaust manifold silencer sensor lambda catalyst injector rail throttle body idle intake resonator mount
    gearbox clutch cylinder slave shaft boot gaiter shifter linkage selector synchro differential flywheel crank cam
    chain guide sprocket piston ring liner head cover tappet rocker plug coil distributor lead heater blower resistor
    matrix condenser compressor evaporator dryer vent flap mirror window regulator runner weatherstrip bumper grille
    wing bonnet sill arch liner undertray bracket rivet foam carpet seat rail recliner belt buckle pretensioner dash
    glovebox console bezel display radio aerial speaker amplifier horn immobiliser transponder ignition barrel stalk
    indicator hazard bulb headlamp foglamp reflector harness splice crimp solder heat-shrink insulation corrosion water
    damp deposit rust crack play noise knock squeal vibration leak smell smoke voltage current resistance drop open
    short circuit chafed broken loose worn bent torn stuck seized dirty dry clean tight steady intermittent
    """.split()
ACTS = """
    press pull turn lift fit remove measure check test look listen push pry slide unplug tug loosen tighten replace read
    hold feel wipe spray wait connect disconnect free prop lower raise drain fill bleed torque mark count charge
    """.split()
SMALL = "the a of and to in on it with is at by for not then from until off out up no".split()
NAMES = [f"{start}{middle}{end}" for start in ("Ma", "Ko", "Ti", "Ve", "Lu", "Sa") for middle in ("ri", "no", "xa", "de")
         for end in ("ta", "lo", "na", "ro", "x")]  # fmt: skip
UNITS = ("V", "Ω", "A", "mm", "Nm", "minutes")


class Writer:
    """Writes guides, always the same."""

    def __init__(self) -> None:
        self._random = Random(20261120)
        self._weights = [1 / (rank + 3) for rank in range(len(BENCH))]
        self._common = tuple(self._page(f"common-{number}") for number in range(COMMON_PAGES))

    def guide(self, number: int) -> Guide:
        """Return the next guide."""
        title = self._title()
        own = tuple(self._page(f"page-{place}") for place in range(PAGES - COMMON_PAGES))
        name = f"guide-{number:04}"
        car = f"{NAMES[number % len(NAMES)]} {number % 17} (2003-2010)"
        complaints = (Complaint(self._title(), own[0].steps[0].id),)
        tools = (Tool("Multimeter"),)
        pages = (*own, *self._common)
        return Guide(name, title, car, self._sentence(), "1", Path(name), tools, pages, {}, complaints)

    def _page(self, name: str) -> Page:
        return Page(name, self._title(), tuple(self._step(f"{name}-{number}") for number in range(STEPS)))

    def _step(self, name: str) -> Step:
        ending = "?" if self._random.random() < 0.05 else ""
        return Step(name, self._title() + ending, tuple(self._blocks(name)))

    def _blocks(self, name: str) -> Iterator[Block]:
        yield Paragraph(self._text(3))
        yield Bullets(tuple(self._text(1) for _ in range(3)), numbered=True)
        if self._random.random() < 0.3:
            yield Table((self._text(1), self._text(1)), tuple((self._text(1), self._text(1)) for _ in range(3)))
        yield Callout(Signal.WARNING, self._text(1), (Paragraph(self._text(2)),))
        for item in range(3):
            yield Tick(id=f"{name}-item-{item}", label=self._text(1))

    def _text(self, sentences: int) -> Text:
        return (Words(" ".join(self._sentence() for _ in range(sentences))),)

    def _sentence(self) -> str:
        words = [self._random.choice(ACTS).capitalize()]
        for _ in range(self._random.randint(4, 9)):
            words += [self._random.choice(SMALL)] if self._random.random() < 0.4 else []
            words += self._words(1)
        return " ".join(words) + self._number() + "."

    def _title(self) -> str:
        return " ".join([self._random.choice(ACTS).capitalize(), "the", *self._words(self._random.randint(1, 3))])

    def _words(self, count: int) -> Sequence[str]:
        return self._random.choices(BENCH, self._weights, k=count)

    def _number(self) -> str:
        chance = self._random.random()
        if chance < 0.02:
            return f" {part_number(self._random)}"
        if chance < 0.15:
            return f" {self._random.randint(1, 150) / 10} {self._random.choice(UNITS)}"
        return ""


def part_number(random: Random) -> str:
    """Return a number as a maker gives it."""
    return f"{random.randint(10000, 99999)}-{random.choice('ABEJ')}{random.choice('XUZ')}{random.randint(0, 99):02}A"

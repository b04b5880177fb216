"""Home: the first thing a new user sees, by finger and by the three keys."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from micra_assistant import assets
from micra_assistant.jobs.events import Described, Ticked
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.actions import Action, why_not
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.home.complaint_card import ComplaintCard
from micra_assistant.ui.home.home_view import HomeView
from micra_assistant.ui.home.job_line import JobLine
from micra_assistant.ui.home.no_guides import NoGuides
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.ui.three_keys import Key as Three
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.workshop.values import Distance
from tests.spaces import spaced
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.listening import Heard
from tests.ui.painted_text import painted_texts
from tests.ui.sheets.print_window import print_window
from tests.ui.three_keys import said

Key = Qt.Key
COMPLAINTS = """
[[complaints]]
title = "It stays shut"
step = "power-off"

[[complaints]]
title = "It opens by itself"
step = "measure"
"""


@pytest.fixture
def two(workshop: Workshop) -> Workshop:
    """Return a workshop whose guide knows two complaints."""
    complain(workshop, COMPLAINTS)
    return workshop


@pytest.fixture
def shipped(workshop: Workshop) -> Hands:
    """Return hands at home, with the guides that are shipped."""
    workshop.guides = assets.guides_folder()
    return workshop.open()


def complain(workshop: Workshop, complaints: str) -> None:
    """Give the guide complaints."""
    head = workshop.guides / "button" / "guide.toml"
    head.write_text(head.read_text(encoding="utf-8") + complaints, encoding="utf-8")


def home(hands: Hands) -> HomeView:
    """Return home, which must be in sight."""
    return hands.aside(HomeView)


def marked(hands: Hands) -> str:
    """Return what is marked, as the widgets show it, by its name."""
    view = home(hands)
    stops: list[ComplaintCard | JobLine] = [*view.complaints.cards, *view.jobs.lines]
    (shown,) = (stop for stop in stops if stop.property("marked"))
    return shown.name


def job(hands: Hands) -> tuple[str, str, int | None]:
    """Return car, complaint and mileage of the open job."""
    open_job = hands.window.workbench.shown
    assert open_job
    assert open_job.job
    return open_job.state.car, open_job.state.complaint, open_job.state.mileage


def told(hands: Hands) -> None:
    """Wait until home has found out all that takes time."""
    settle()
    forecasts = hands.window.home._forecasts
    assert forecasts
    forecasts._background.wait()
    for _turn in range(3):
        settle()


def test_a_tap_on_a_complaint_begins_the_job(two: Workshop) -> None:
    shutil.copytree(two.guides / "button", two.guides / "key")
    hands = two.open()
    assert "What is wrong with the car?" in hands.text
    assert hands.window.workbench.shown is None
    hands.tap(home(hands).complaints.cards[1].guide_button)
    assert (hands.step, "Job 0001" in hands.text) == ("measure", True)
    assert job(hands)[1] == "It opens by itself"
    two.close()
    assert two.open().step == "measure"


def test_one_complaint_needs_no_question(workshop: Workshop) -> None:
    assert workshop.open().step == "look"


def test_keys_mark_a_card_and_begin_with_it(two: Workshop) -> None:
    hands = two.open()
    assert marked(hands) == "1 · It stays shut"
    hands.press(Key.Key_PageDown)
    assert marked(hands) == "2 · It opens by itself"
    hands.press(Key.Key_PageUp, Key.Key_Down, Key.Key_Up)
    assert marked(hands) == "1 · It stays shut"
    hands.press(Key.Key_2, Key.Key_Space)
    assert hands.step == "measure"


def test_what_the_keys_say_is_what_they_do(shipped: Hands) -> None:
    view = home(shipped)
    for _turn in range(len(view.complaints.shown)):
        said = view.three_keys.of(Three.ON).detail
        shipped.press(Key.Key_PageDown)
        assert marked(shipped) == said
        assert said.endswith(f" · {view.three_keys.of(Three.SPACE).detail}")
    assert view.at == 0, "it goes round"
    assert view.three_keys.space.words == "Find the fault"
    shipped.press(Key.Key_Space)
    assert isinstance(shipped.window.body.aside, QuestionView)


def test_the_foot_says_what_a_button_of_a_card_is_for(shipped: Hands) -> None:
    card = home(shipped).complaints.cards[1]
    card.guide_button.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert said(shipped) == f"Open the guide · {card.what}"


@pytest.mark.walk
@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_F2])
def test_the_finder_is_about_the_marked_complaint(shipped: Hands, key: Key) -> None:
    title = home(shipped).complaints.shown[1].complaint.title
    shipped.press(Key.Key_PageDown, key)
    assert isinstance(shipped.window.body.aside, QuestionView)
    assert title in shipped.text
    assert job(shipped)[1] == title


def test_a_guide_without_a_list_of_faults_is_opened(two: Workshop) -> None:
    hands = two.open()
    card = home(hands).complaints.cards[0]
    assert (card.find_button.isVisible(), card.act_words) == (False, "Open the guide")
    hands.press(Key.Key_F2)
    assert hands.step == "power-off"


@pytest.mark.parametrize("theme", list(ThemeName))
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_what_stands_in_cards_is_at_the_same_place_in_each_marked_or_not(
    two: Workshop, theme: ThemeName, scale: float
) -> None:
    hands = two.open(1920, 1080)
    hands.window.look.set_theme(theme)
    hands.window.look.set_scale(scale)
    settle()
    for _turn in range(2):
        first, second = hands.aside(HomeView).findChildren(ComplaintCard)
        for part, other in ((first.badge, second.badge), (first.find_button, second.find_button)):
            assert part.geometry().right() == pytest.approx(other.geometry().right(), abs=1)
        hands.press(Key.Key_PageDown)


def test_the_first_offer_lies_beside_the_question_and_over_nothing(shipped: Hands) -> None:
    settle()
    view, message = shipped.aside(HomeView), shipped.window.body.messages
    assert message.isVisible()
    place = QRect(message.mapTo(shipped.window.frame, QPoint()), message.size())
    assert not any(
        place.intersects(QRect(button.mapTo(shipped.window.frame, QPoint()), button.size()))
        for button in view.findChildren(QAbstractButton)
        if button.isVisible()
    )


def test_a_place_of_the_car_marks_its_cards_one_after_the_other(shipped: Hands) -> None:
    view = home(shipped)
    assert view.car
    names = [button.accessibleName() for button in view.car.buttons]
    assert names == ["Tailgate: 1, 2", "Door locks: 3", "Key: 3, 4, 5"]
    tailgate = view.car.buttons[0]
    for wanted in (1, 0, 1):
        shipped.tap(tailgate)
        assert (view.at, tailgate.is_marked) == (wanted, True)
    assert [button.is_marked for button in view.car.buttons] == [True, False, False]


def test_the_car_itself_can_be_touched(shipped: Hands) -> None:
    view = home(shipped)
    assert view.car
    place, _button = view.car._places[0]
    shipped.tap(view.car, view.car._on_screen(place.at).toPoint())
    assert view.at == 1


def test_a_car_that_is_not_drawn_is_left_away(two: Workshop) -> None:
    head = two.guides / "button" / "guide.toml"
    head.write_text('drawing = "nothing"\n' + head.read_text(encoding="utf-8"), encoding="utf-8")
    hands = two.open()
    assert home(hands).car is None
    assert "drawing" not in hands.said


def test_cards_say_how_long_it_takes_once_that_is_known(shipped: Hands) -> None:
    told(shipped)
    words = shipped.text
    assert "first 27 min of free looks" in words
    assert "then about 1 h 24 min: Fit a new original button" in words
    assert "14 tools: Multimeter, Plastic trim tool or card, Screwdrivers, …" in words
    assert "medium: perhaps work under the dash" in words


def test_what_is_known_stands_on_the_cards_from_their_first_paint(shipped: Hands) -> None:
    told(shipped)
    paints = CardPaints()
    application = QApplication.instance()
    assert application
    application.installEventFilter(paints)

    for _look in range(2):
        shipped.press(Qt.Key.Key_F11)

    application.removeEventFilter(paints)
    assert {"first 13 min of free looks", "first 12 min of free looks"} <= paints.said
    assert "" not in paints.said


class CardPaints(QObject):
    """Notes what each card said of its times, first of all, whenever it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a card that is painted."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, ComplaintCard):
            self.said.add(spaced(watched.findChildren(ShortLine)[0].text()))
        return super().eventFilter(watched, event)


def test_a_wide_card_cuts_none_of_its_times_short(shipped: Hands) -> None:
    told(shipped)
    facts = shipped.window.findChildren(ComplaintCard)[0].findChildren(ShortLine)
    assert len(facts) == 4
    for fact in facts:
        assert fact.contentsRect().width() >= fact.fontMetrics().horizontalAdvance(fact.text()), fact.text()


@pytest.mark.parametrize("width", [640, 800, 1024, 1100])
def test_a_narrow_card_says_less_and_cuts_no_words_short(shipped: Hands, width: int) -> None:
    shipped.window.frame.resize(width, 768)
    told(shipped)
    said = [spaced(text.words) for fact in facts_of(shipped) for text in painted_texts(fact)]
    assert "first 13 min of free looks" in said
    assert [words for words in said if words.endswith("…") and not words.endswith(", …")] == []


def facts_of(hands: Hands) -> list[ShortLine]:
    """Return all that the cards in sight say of what it takes."""
    cards = (card for card in hands.window.findChildren(ComplaintCard) if card.isVisible())
    return [fact for card in cards for fact in card.findChildren(ShortLine)]


def test_the_buttons_of_a_card_stand_near_its_words_however_wide_the_window(shipped: Hands) -> None:
    shipped.window.frame.resize(3840, 2160)
    told(shipped)
    view = home(shipped)
    assert view.car
    assert {card.width() <= 1300 for card in view.complaints.cards} == {True}
    assert view.complaints.mapTo(view, QPoint()).x() - view.car.mapTo(view, view.car.rect().topRight()).x() < 20


def test_the_car_stands_beside_the_first_card_and_above_it_in_an_upright_window(shipped: Hands) -> None:
    view = home(shipped)
    assert view.car
    first, last = (view.findChildren(ComplaintCard)[place] for place in (0, -1))
    for size, is_above in (((1366, 1300), False), ((1080, 1920), True), ((1000, 1300), True)):
        shipped.window.frame.resize(*size)
        settle()
        car, card = (QRect(widget.mapTo(view, QPoint()), widget.size()) for widget in (view.car, first))
        assert (car.bottom() < card.top(), car.top() == card.top()) == (is_above, not is_above)
        assert 0 < car.height() < car.width()
        assert last.visibleRegion().boundingRect().size() == last.size()
        if is_above:
            assert car.center().x() == view.rect().center().x()
            assert view.height() - view._tools.geometry().bottom() > 60, "a message has room below all"


@pytest.mark.parametrize("size", [(700, 760), (950, 1100)])
def test_where_the_cards_leave_it_no_room_above_them_the_car_goes(shipped: Hands, size: tuple[int, int]) -> None:
    shipped.window.frame.resize(*size)
    settle()
    view = home(shipped)
    assert view.car
    assert not view.car.isVisible()


def test_open_jobs_stand_below_the_cards_however_high_the_window(shipped: Hands) -> None:
    shipped.window.frame.resize(1080, 1920)
    told(shipped)
    view = home(shipped)
    last = view.complaints.cards[-1]
    end = last.mapTo(view, QPoint()).y() + last.height()
    assert last.visibleRegion().boundingRect().height() == last.height(), "all cards are in sight"
    assert 0 <= view.jobs.mapTo(view, QPoint()).y() - end < 30
    assert view.jobs.height() <= view.jobs.sizeHint().height(), "it takes no room that nothing stands in"


def test_home_is_one_key_away_and_leads_back(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button", "AB12 CDE")
    settle()
    hands.press(Key.Key_F7)
    assert home(hands)
    assert hands.window.body.strip.isVisible() is False
    hands.press(Key.Key_F7)
    assert (hands.window.body.aside, hands.step) == (None, "look")


def test_home_has_all_of_the_window(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button")
    settle()
    body = hands.window.body
    assert (body.route.isVisible(), body.strip.isVisible()) == (True, True)
    hands.press(Key.Key_F7)
    assert (body.route.isVisible(), body.strip.isVisible()) == (False, False)
    hands.window.workbench.changed.emit()
    assert not body.route.isVisible()
    hands.press(Key.Key_F7)
    assert (body.route.isVisible(), body.strip.isVisible()) == (True, True)


def test_open_jobs_say_how_they_stand(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button", "AB12 CDE")
    assert hands.window.workbench.shown
    for item in ("ignition", "negative-off", "panel"):
        hands.window.workbench.shown.do(Ticked(item))
    hands.begin("button")
    hands.press(Key.Key_F7)
    told(hands)
    lines = home(hands).jobs.lines
    assert [line.car.text() for line in lines] == ["No car yet", "AB12 CDE"]
    assert "nothing open on the car" in hands.text
    assert "2 to put back" in hands.text
    assert "3 of 12 · now: Look at the car" in hands.text
    hands.tap(lines[1].go_on)
    assert hands.car == "AB12 CDE"


def test_page_up_leads_to_the_open_jobs_and_space_goes_on_with_one(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button", "AB12 CDE")
    hands.press(Key.Key_F7, Key.Key_PageUp)
    assert marked(hands).startswith("AB12 CDE")
    assert home(hands).three_keys.space.words == "Continue"
    hands.press(Key.Key_Space)
    assert (hands.window.body.aside, hands.car) == (None, "AB12 CDE")


def test_what_is_typed_of_the_car_goes_to_the_job(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.car)
    hands.type("ab12 cde")
    hands.type("84000")
    hands.type("Olga", Key.Key_PageDown)
    hands.press(Key.Key_PageUp)
    hands.press(Key.Key_Space)
    assert job(hands) == ("AB12 CDE", "It stays shut", 84000)
    assert two.settings.who == "Olga"
    hands.press(Key.Key_F7)
    assert [field.text() for field in home(hands).which.fields.values()] == ["", "", "Olga", ""]


def test_a_field_that_takes_space_says_which_key_begins(two: Workshop) -> None:
    hands = two.open()
    space = hands.window.body.foot.buttons[Three.SPACE]
    hands.tap(home(hands).which.car)
    settle()
    assert space.accessibleDescription().endswith("(Space)"), "nothing begins with a space"
    hands.type("AB 12", then=Key.Key_Shift)
    settle()
    assert home(hands).which.car.text() == "AB 12"
    assert space.accessibleDescription().endswith("(Ctrl+Enter)")
    hands.press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert job(hands)[0] == "AB 12"


def test_space_begins_from_an_empty_field(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.car)
    settle()
    hands.press(Key.Key_Space)
    assert hands.window.workbench.job


def test_what_is_typed_outlives_the_program(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.car)
    hands.type("AB12", Key.Key_Tab)
    two.close()
    assert home(two.open()).which.car.text() == "AB12"


def test_a_mileage_that_is_none_begins_no_job(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.mileage)
    hands.type("many", Key.Key_PageDown)
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown is None
    assert "Mileage is a number such as 84000" in home(hands).which.said
    assert home(hands).which.mileage.hasFocus()
    assert home(hands).which.mileage.text() == "many"


def test_a_mileage_below_the_last_one_is_asked_about(two: Workshop, heard: Heard) -> None:
    hands = two.open()
    hands.window.workbench.begin("button", Described("AB12 CDE", mileage=84000))
    hands.press(Key.Key_F7)
    hands.tap(home(hands).which.car)
    hands.type("AB 12 CDE")
    hands.type("8400", Key.Key_PageDown)
    hands.press(Key.Key_1, Key.Key_PageUp, Key.Key_PageDown)
    home(hands).setFocus()
    hands.press(Key.Key_1, Key.Key_Space)
    assert "less than the 84 000 km of job 0001" in home(hands).which.said.replace("\N{NO-BREAK SPACE}", " ")
    assert heard.take().count(home(hands).which.said) == 1
    home(hands).setFocus()
    hands.press(Key.Key_Space)
    assert job(hands)[2] == 8400


def test_a_vin_goes_to_the_job_and_a_wrong_one_begins_none(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.vin)
    hands.type("SJNFAAKI2U1234567", Key.Key_PageDown)
    home(hands).setFocus()
    hands.press(Key.Key_1, Key.Key_Space)
    assert not hands.window.workbench.shown
    assert "Is it SJNFAAK12U1234567?" in home(hands).which.said
    hands.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Key.Key_Delete)
    hands.tap(home(hands).which.car)
    hands.type("SJNFAAK12U1234567", Key.Key_PageDown)
    assert (home(hands).which.car.text(), home(hands).which.vin.text()) == ("", "SJNFAAK12U1234567")
    home(hands).setFocus()
    hands.press(Key.Key_1, Key.Key_Space)
    job = hands.window.workbench.job
    assert job
    assert job.state.vin == "SJNFAAK12U1234567"


def test_known_cars_are_suggested(two: Workshop) -> None:
    hands = two.open()
    for car in ("AB12 CDE", "AB99 XYZ", "XY12 ABC", "AB12 CDE"):
        hands.begin("button", car)
    hands.press(Key.Key_F7)
    hands.tap(home(hands).which.car)
    hands.type("ab", Key.Key_Shift)
    which = home(hands).which
    assert which._model.stringList() == ["AB12 CDE", "AB99 XYZ"]
    hands.type("9", Key.Key_Down)
    hands.press(Key.Key_Return)
    assert which.car.text() == "AB99 XYZ"


def many(workshop: Workshop, count: int) -> None:
    """Give the guide many complaints, the last of another kind."""
    words = [f"Complaint {number} " + "of many letters " * 5 for number in range(count - 1)]
    ways = "".join(f'[[complaints]]\ntitle = "{title}"\nstep = "measure"\n' for title in (*words, "It squeaks"))
    complain(workshop, f"\n{ways}")


def test_of_many_complaints_only_those_looked_at_are_made(workshop: Workshop) -> None:
    many(workshop, 300)
    hands = workshop.open()
    view = home(hands)
    assert len(view.complaints.cards) < 20
    hands.press(*[Key.Key_PageDown] * 25)
    assert marked(hands).startswith("26 · Complaint 25 ")
    assert len(view.complaints.cards) < 60
    hands.tap(view.complaints.field)
    hands.type("squea", Key.Key_PageDown)
    assert marked(hands) == "1 · It squeaks"
    hands.press(Key.Key_Space)
    assert job(hands)[1] == "It squeaks"


def test_words_that_no_complaint_has_leave_nothing_to_choose(workshop: Workshop) -> None:
    many(workshop, 20)
    hands = workshop.open()
    hands.tap(home(hands).complaints.field)
    hands.type("zzz", Key.Key_PageDown)
    assert "No complaint has these words" in hands.text
    assert home(hands).three_keys.space.act is None
    home(hands).setFocus()
    hands.press(Key.Key_Space, Key.Key_F2)
    assert hands.window.workbench.shown is None


def test_of_many_open_jobs_those_are_shown_that_have_room(two: Workshop) -> None:
    hands = two.open()
    for number in range(12):
        hands.begin("button", f"AB{number}")
    hands.press(Key.Key_F7)
    lines = home(hands).jobs.lines
    assert [line.car.text() for line in lines] == ["AB11", "AB10"]
    assert "and 10 more" in hands.text
    hands.window.frame.resize(1366, 1400)
    settle()
    assert len(home(hands).jobs.lines) == 8
    assert "and 4 more" in hands.text


def test_without_guides_it_says_where_they_belong(workshop: Workshop, tmp_path: Path) -> None:
    workshop.guides = tmp_path / "none"
    workshop.guides.mkdir()
    hands = workshop.open()
    assert isinstance(hands.window.body.aside, NoGuides)
    assert str(workshop.guides) in [field.text() for field in hands.window.body.aside.findChildren(QLineEdit)]
    assert "CAR NOW\nNo job is open." in hands.text


def test_without_guides_each_button_is_reached_by_the_three_keys(
    workshop: Workshop, tmp_path: Path, opened: list[str]
) -> None:
    workshop.guides = tmp_path / "none"
    hands = workshop.open()
    hands.press(Key.Key_PageDown)
    assert said(hands) == "Open: Here the guides belong"
    hands.press(Key.Key_Space)
    assert (opened, "This folder is not there yet: make it." in hands.text) == ([], True)
    workshop.guides.mkdir()
    hands.press(Key.Key_Space)
    assert opened == [str(workshop.guides)]
    hands.press(Key.Key_PageUp)
    assert said(hands) == "Look again"


def test_guides_that_were_put_there_are_found_when_it_is_looked_again(workshop: Workshop, tmp_path: Path) -> None:
    there, workshop.guides = workshop.guides, tmp_path / "none"
    hands = workshop.open()
    hands.press(Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)
    assert isinstance(hands.window.body.aside, NoGuides), "no job can be begun, so nothing is asked for one"
    hands.tap(hands.button("Look again"))
    assert hands.said == "There is still no guide there."
    shutil.copytree(there, workshop.guides)
    hands.tap(hands.button("Look again"))
    assert home(hands).complaints.shown


def test_it_follows_the_settings_and_what_is_typed_stays(two: Workshop) -> None:
    hands = two.open()
    which = home(hands).which
    assert (which.mileage.placeholderText(), which.who.text()) == ("Mileage, km", "")
    hands.tap(which.car)
    hands.type("AB12", Key.Key_Tab)
    home(hands).mark(1)
    hands.window.workshop_settings.change_all({"distance": Distance.MI, "who": "Zoe"})
    settle()
    which = home(hands).which
    assert (which.mileage.placeholderText(), which.who.text()) == ("Mileage, miles", "Zoe")
    assert (which.car.text(), home(hands).at) == ("AB12", 1)


def test_without_guides_the_three_keys_begin_the_practice(workshop: Workshop, tmp_path: Path) -> None:
    workshop.guides = tmp_path / "none"
    hands = workshop.open()
    assert said(hands) == "Practise · A first job, for practice"
    hands.press(Key.Key_Space)
    assert hands.window.workbench.is_practice


def test_what_needs_a_job_leads_home_or_says_so_without_one(two: Workshop) -> None:
    hands = two.open()
    hands.choose(Action.JOBS)
    hands.press(Key.Key_F2)
    assert home(hands)
    lines = hands.window.findChild(QAction, Action.ALL_LINES)
    assert lines
    assert why_not(lines).startswith("Begin a job first")


def test_a_faulty_guide_without_a_job_leads_home(two: Workshop) -> None:
    hands = two.open()
    (two.guides / "button" / "10-get-ready.md").write_text("# No id\n", encoding="utf-8")
    hands.begin("button")
    settle()
    assert hands.faults
    assert said(hands) == "Home"
    hands.press(Key.Key_Space)
    assert home(hands)


def test_without_open_jobs_it_says_what_begins_one(two: Workshop) -> None:
    assert "No job is open. A card above begins one" in two.open().text


def test_a_faulty_guide_is_shown_with_its_mistakes(two: Workshop) -> None:
    hands = two.open()
    (two.guides / "button" / "10-get-ready.md").write_text("# No id\n", encoding="utf-8")
    hands.tap(home(hands).which.car)
    hands.type("AB12", Key.Key_PageDown)
    home(hands).setFocus()
    hands.press(Key.Key_1, Key.Key_Space)
    assert "10-get-ready.md" in hands.faults
    hands.press(Key.Key_F7)
    assert home(hands).which.car.text() == "AB12", "it was for a job that did not begin"


def test_another_look_leaves_what_is_typed(two: Workshop) -> None:
    hands = two.open()
    hands.tap(home(hands).which.car)
    hands.type("AB12", Key.Key_Tab)
    hands.window.look.set_theme(ThemeName.DARK)
    settle()
    assert home(hands).which.car.text() == "AB12"


def test_a_held_key_begins_nothing(two: Workshop) -> None:
    hands = two.open()
    view = home(hands)
    view._do(Three.SPACE, is_held=True)
    assert hands.window.workbench.shown is None


def test_a_blank_sheet_of_the_marked_guide_needs_no_job(shipped: Hands) -> None:
    shipped.press(*[Key.Key_PageDown] * 3)
    shipped.choose("blank-sheet")
    dialog = print_window()
    assert dialog.sheets.kind is SheetKind.CHECKLIST
    assert dialog._source._sheets._open_job.guide.id == "remote-key"
    assert shipped.window.workbench.shown is None
    dialog.reject()


def test_a_blank_sheet_at_a_job_is_blank_all_the_same(workshop: Workshop) -> None:
    hands = workshop.open()
    hands.window.work.toggle("doors")
    hands.choose("blank-sheet")
    dialog = print_window()
    assert dialog._source._sheets._open_job.job is None
    dialog.reject()


def test_what_is_marked_is_in_sight_wherever_it_is(workshop: Workshop) -> None:
    many(workshop, 60)
    hands = workshop.open(1024, 600)
    for place in (8, 20, 40, 3):
        home(hands).mark(place)
        settle()
        card = home(hands).complaints.card(place)
        assert card
        assert not card.visibleRegion().isEmpty(), place
        assert card.visibleRegion().boundingRect() == card.rect(), place


@pytest.mark.parametrize(("width", "height"), [(800, 500), (1024, 600), (1366, 768), (1920, 1080)])
def test_open_jobs_can_be_gone_on_with_on_every_screen(two: Workshop, width: int, height: int) -> None:
    hands = two.open(width, height)
    hands.begin("button", "AB12 CDE")
    hands.press(Key.Key_F7, Key.Key_PageUp)
    settle()
    assert home(hands).is_job_marked
    hands.tap(home(hands).jobs.lines[0].go_on)
    assert (hands.window.body.aside, hands.car) == (None, "AB12 CDE")


def test_where_it_is_narrow_a_refusal_is_said_all_the_same(two: Workshop) -> None:
    hands = two.open(800, 500)
    hands.tap(home(hands).which.mileage)
    hands.type("many", Key.Key_PageDown)
    hands.press(Key.Key_Space)
    assert "Mileage is a number such as 84000" in hands.said


def test_places_of_a_small_car_are_numbers_only(shipped: Hands) -> None:
    view = home(shipped)
    assert view.car
    view.car.setFixedWidth(300)
    settle()
    rooms = [button.geometry() for button in view.car.buttons]
    assert not any(one.intersects(other) for one in rooms for other in rooms if one is not other)


def test_undo_and_called_away_are_not_at_home_and_say_why(hands: Hands) -> None:
    foot = hands.window.body.foot
    hands.tap(hands.row("doors"))
    assert (foot.left.text(), foot.right.text()) == ("Undo", "Away")
    hands.press(Key.Key_F7)
    assert (foot.left.text(), foot.right.text()) == ("Keys", "Jobs")
    for name in ("undo", "away"):
        action = hands.window.findChild(QAction, name)
        assert action
        assert (action.isEnabled(), action.toolTip()) == (
            False,
            "Go back to the job first: home does nothing on a car.",
        )
    hands.press(Key.Key_F7)
    assert (foot.left.text(), hands.window.findChild(QAction, "undo").isEnabled()) == ("Undo", True)  # type: ignore[union-attr]


def test_ctrl_p_at_home_prints_the_job_that_is_marked(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button", "ONE")
    hands.begin("button", "TWO")
    hands.press(Key.Key_F7)
    view = home(hands)
    place = next(number for number, line in enumerate(view.jobs.lines) if line.row.car == "ONE")
    view.mark(len(view.complaints.shown) + place)
    hands.press(Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    dialog = print_window()
    assert dialog._source._sheets._open_job.state.car == "ONE"
    dialog.reject()


def test_ctrl_p_at_home_prints_the_job_that_was_left_while_a_card_is_marked(two: Workshop) -> None:
    hands = two.open()
    hands.begin("button", "ONE")
    hands.press(Key.Key_F7)
    home(hands).mark(0)
    hands.press(Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    dialog = print_window()
    assert dialog._source._sheets._open_job.state.car == "ONE"
    dialog.reject()
    assert home(hands)

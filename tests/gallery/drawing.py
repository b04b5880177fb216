"""Draws the screens of the gallery in one size."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from micra_assistant import assets
from micra_assistant.app import make_application
from micra_assistant.jobs.events import Closed, Described, Held
from micra_assistant.jobs.records.listing import Job
from micra_assistant.ui.actions import Action
from tests.gallery.contact_sheet import draw_sheet
from tests.gallery.dialogs_afar import DIALOGS_AFAR
from tests.gallery.screen_painter import ScreenPainter
from tests.gallery.screens import HALF_DONE, SCREENS, UNUSED
from tests.gallery.wanted import Wanted
from tests.screenshots import GUIDE, OTHERS, do_the_job
from tests.ui.hands import Hands, Workshop, settle


def draw(wanted: Wanted) -> None:
    """Draw what is wanted, and contact sheets of it."""
    make_application()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, wanted.size.split("x"))
    with tempfile.TemporaryDirectory() as data:
        workshop = Workshop(Path(data))
        workshop.guides = assets.guides_folder()
        hands = workshop.open(width, height)
        in_each_look(hands, wanted, partial(draw_unused, hands, wanted))
        job = begun(hands)
        in_each_look(hands, wanted, partial(draw_look, hands, partial(come_back, hands, job), wanted))
        workshop.close()


def in_each_look(hands: Hands, wanted: Wanted, draw_it: Callable[[], object]) -> None:
    """Draw something in every look that is wanted."""
    for theme in wanted.themes:
        for scale in wanted.scales:
            hands.window.look.set_theme(theme)
            hands.window.look.set_scale(scale or None)
            settle()
            draw_it()


def draw_unused(hands: Hands, wanted: Wanted) -> None:
    """Draw the screens of a program that was never used before."""
    look = hands.window.appearance.look
    for name, screen in UNUSED.items():
        if wanted.has(name):
            ScreenPainter(hands).take(wanted.file(name, look.theme.name, look.scale), partial(screen, hands))
            hands.window.home.show()
            settle()


def draw_look(hands: Hands, come_back: Callable[[], object], wanted: Wanted) -> None:
    """Draw all screens in the look that is on."""
    look = hands.window.appearance.look
    theme, scale = look.theme.name, look.scale
    files = []
    for name, screen in {**SCREENS, **DIALOGS_AFAR}.items():
        if wanted.has(name):
            come_back()
            files.append(wanted.file(name, theme, scale))
            ScreenPainter(hands).take(files[-1], partial(screen, hands))
            come_back()
    draw_sheet(files, wanted.file("all", theme, scale))


def begun(hands: Hands) -> Job:
    """Do a job half, beside others; return it."""
    begin = hands.window.workbench.begin
    for details in OTHERS:
        begin("remote-key", details)
    hands.window.workbench.attempt(lambda job: job.do(Closed("Key battery flat", "New key battery", Held.YES)))
    begin(GUIDE, Described("AB12 CDE", "J. Smith", 84000, "Boot button dead"))
    do_the_job(hands.window)
    settle()
    open_job = hands.window.workbench.job
    assert open_job
    assert open_job.job
    return open_job.job


def come_back(hands: Hands, job: Job) -> None:
    """Let the step of the job that is half done be in front, and nothing before it."""
    window, workbench, body = hands.window, hands.window.workbench, hands.window.body
    if window.player.is_on:
        window.player.leave()
        window.frame.showNormal()
    if popup := QApplication.activePopupWidget():
        popup.close()
    if workbench.is_practice:
        workbench.leave_practice()
    if workbench.job_id != job.id:
        workbench.resume(job)
    window.route.fold()
    body.show_job_view()
    workbench.go_to(HALF_DONE)
    settle()
    if body.parts.isVisible():
        hands.choose(Action.PARTS)
    window.work.withdraw_question()
    body.step.note.done()
    body.messages.drop()
    body.header.search.clear()
    window.frame.activateWindow()  # no desktop does it once a dialog is closed
    settle()

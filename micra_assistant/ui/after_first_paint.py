"""What the window is made of besides what its first paint shows; loaded as a whole once that is on the screen."""

from micra_assistant.jobs.routing.route_reader import RouteReader
from micra_assistant.ui.assigned_keys import AssignedKeys
from micra_assistant.ui.awake.keep_awake import KeepAwake, waker_of
from micra_assistant.ui.controllers.basket_controller import BasketController
from micra_assistant.ui.controllers.car_controller import CarController
from micra_assistant.ui.controllers.changes_controller import ChangesController
from micra_assistant.ui.controllers.diagnosis_controller import DiagnosisController
from micra_assistant.ui.controllers.guide_controller import GuideController
from micra_assistant.ui.controllers.help_controller import HelpController
from micra_assistant.ui.controllers.history_controller import HistoryController
from micra_assistant.ui.controllers.job_file_controller import JobFileController
from micra_assistant.ui.controllers.job_list_controller import JobListController
from micra_assistant.ui.controllers.jobs_controller import JobsController
from micra_assistant.ui.controllers.keys_controller import KeysController
from micra_assistant.ui.controllers.leaving_out_controller import LeavingOutController
from micra_assistant.ui.controllers.look_controller import LookController
from micra_assistant.ui.controllers.notes_controller import NotesController
from micra_assistant.ui.controllers.parts_controller import PartsController
from micra_assistant.ui.controllers.player_controller import PlayerController
from micra_assistant.ui.controllers.practice_controller import PracticeController
from micra_assistant.ui.controllers.quotes_controller import QuotesController
from micra_assistant.ui.controllers.route_controller import RouteController
from micra_assistant.ui.controllers.scan_controller import ScanController
from micra_assistant.ui.controllers.screen_reader_controller import ScreenReaderController
from micra_assistant.ui.controllers.search_controller import SearchController
from micra_assistant.ui.controllers.sheet_controller import SheetController
from micra_assistant.ui.controllers.steps_ahead_controller import StepsAheadController
from micra_assistant.ui.controllers.voice_controller import VoiceController
from micra_assistant.ui.controllers.wait_controller import WaitController
from micra_assistant.ui.controllers.work_controller import WorkController
from micra_assistant.ui.controllers.workshop_controller import WorkshopController
from micra_assistant.ui.guide_rereader import GuideRereader
from micra_assistant.ui.keys.way_on import WayOn
from micra_assistant.ui.leaving import Leaving
from micra_assistant.ui.loaded_ahead import load_ahead
from micra_assistant.ui.records_watch import RecordsWatch
from micra_assistant.ui.when_idle import WhenIdle
from micra_assistant.ui.workshop.shown_places import places_of

__all__ = [
    "AssignedKeys",
    "BasketController",
    "CarController",
    "ChangesController",
    "DiagnosisController",
    "GuideController",
    "GuideRereader",
    "HelpController",
    "HistoryController",
    "JobFileController",
    "JobListController",
    "JobsController",
    "KeepAwake",
    "KeysController",
    "Leaving",
    "LeavingOutController",
    "LookController",
    "NotesController",
    "PartsController",
    "PlayerController",
    "PracticeController",
    "QuotesController",
    "RecordsWatch",
    "RouteController",
    "RouteReader",
    "ScanController",
    "ScreenReaderController",
    "SearchController",
    "SheetController",
    "StepsAheadController",
    "VoiceController",
    "WaitController",
    "WayOn",
    "WhenIdle",
    "WorkController",
    "WorkshopController",
    "load_ahead",
    "places_of",
    "waker_of",
]

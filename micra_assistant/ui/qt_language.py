"""The words that Qt brings, such as those of a file dialog, and days and months, in the language of the program."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from micra_assistant.catalogues import ENGLISH

_NAME = "words-of-qt"


def speak_qt(language: str) -> None:
    """Let Qt speak a language from now on, English where it has no words of its own in it."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for former in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(_locale(language))
    if language == ENGLISH:
        return
    words = QTranslator(application)
    words.setObjectName(_NAME)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(words)


def _locale(language: str) -> QLocale:
    """Return how dates are written: as on this PC if it speaks the language, else as is usual where it is spoken."""
    usual, here = QLocale(language), QLocale.system()
    speaks = here.language() == usual.language() or (language == ENGLISH and here.language() == QLocale.Language.C)
    return here if speaks else usual

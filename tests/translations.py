"""The small guide in another language: its first page but for one step, its words, its picture."""

from pathlib import Path

from tests.builders import Files, literal, write_guide
from tests.ui.small_guide import GUIDE

LANGUAGE = "ru"
PAGE = "10-get-ready.md"
WORDING = "wording.toml"

RUSSIAN: Files = {
    PAGE: """
        # Подготовка {: #get-ready }

        ## Осмотрите машину {: #look minutes=2 }

        Нажмите кнопку.[^meters] Нет щелчка? Переходите к [замерам](#measure).

        ![Дверь багажника сзади](diagrams/tailgate.svg)

        - [ ] Двери запираются {: #doors }
        - [ ] Аккумулятор в покое[^meters] {: #battery unit="V" min="12.4" max="13" }

        ## Снимите питание {: #power-off }

        - [ ] Зажигание выключено {: #ignition }

        !!! warning "Короткое замыкание"
            Ключ поперёк клемм обожжёт. Снимайте только минусовую клемму.

            - [ ] Минус снят[^versa] {: #negative-off undo="Наденьте минус" state="минус снят" }

        - [ ] Клипсы сняты {: #clips count="клипса" undo="Вставьте клипсы" state="клипсы сняты" }
        - [ ] Панель снята {: #panel undo="Поставьте панель" state="панель снята" }
        """,
    "20-measure.md": """
        # Замер и сборка {: #measure-and-close }

        ## Соберите {: #close }

        - [ ] Панель на месте {: #panel-on undoes="panel" }
        - [ ] Клипсы на месте {: #clips-home count="клипса" undoes="clips" }
        - [ ] Минус надет {: #negative-on undoes="negative-off" }
        """,
    WORDING: """
        [[words]]
        english = "Tailgate button"
        translation = "Кнопка багажника"

        [[words]]
        english = "Used part"
        translation = "Б/у деталь"
        """,
    "diagrams/tailgate.svg": """
        <svg xmlns="http://www.w3.org/2000/svg" width="400" height="280" viewBox="0 0 400 280">
        <rect width="400" height="280" fill="#f4f6fa"/><text x="9" y="20">сзади</text>
        </svg>
        """,
    "../wording.toml": """
        [[words]]
        english = "How meters read"
        translation = "Как показывает прибор"
        """,
}
"""The files of the translation, by their path in its folder."""


def write_translated(folder: Path, translation: Files = RUSSIAN, guide: Files = GUIDE) -> Path:
    """Write the small guide with a translation below ``folder``; return the guide's own folder."""
    return write_guide(folder, {**guide, **in_language(translation)})


def in_language(translation: Files) -> Files:
    """Return the files of a translation by their path in the folder of the guide."""
    return {f"../{LANGUAGE}/button/{name}": text for name, text in translation.items()}


def altered(name: str, *changes: tuple[str, str]) -> Files:
    """Return the translation with words of one of its files changed."""
    text = literal(RUSSIAN[name])
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {**RUSSIAN, name: text}

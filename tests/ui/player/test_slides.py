"""Which words and pictures are seen with which line."""

from pathlib import Path

from micra_assistant.guide.model import Bullets, Paragraph, Step, plain
from micra_assistant.guide.reader import read_guide
from micra_assistant.ui.player.slides import Slide, slides_of
from tests.builders import step_file, write_guide
from tests.ui.small_guide import GUIDE


def slides(tmp_path: Path, blocks: str) -> list[list[str]]:
    """Return what each slide of a step with these blocks says, in short."""
    return [told(slide) for slide in slides_of(step_of(tmp_path, blocks))]


def step_of(tmp_path: Path, blocks: str) -> Step:
    """Return a step with these blocks."""
    picture = "diagrams/tailgate.svg"
    return read_guide(write_guide(tmp_path, {**step_file(blocks), picture: GUIDE[picture]})).steps[0]


def told(slide: Slide) -> list[str]:
    """Return what a slide says: warnings in capitals, then words, then lines."""
    warnings = [plain(each.title).upper() + (" and why" if each.blocks else "") for each in slide.warnings]
    words = [plain(each.text) for each in slide.words if isinstance(each, Paragraph)]
    bullets = [plain(line) for each in slide.words if isinstance(each, Bullets) for line in each.lines]
    return [*warnings, *words, *bullets, *(f"[{plain(item.label)}]" for item in slide.items)]


def test_words_belong_to_the_lines_behind_them(tmp_path: Path) -> None:
    blocks = "Do it.\n\n- [ ] One {: #one }\n- [ ] Two {: #two }\n\nThen this.\n\n- [ ] Three {: #three }"
    assert slides(tmp_path, blocks) == [["Do it.", "[One]", "[Two]"], ["Then this.", "[Three]"], []]


def test_what_comes_after_the_last_line_is_seen_with_it_too(tmp_path: Path) -> None:
    assert slides(tmp_path, "- [ ] One {: #one }\n\nIn the end.") == [["In the end.", "[One]"], ["In the end."]]


def test_a_step_without_lines_is_one_slide(tmp_path: Path) -> None:
    assert slides(tmp_path, "Words.\n\n1. First\n2. Second") == [["Words.", "First", "Second"]]


def test_a_warning_is_whole_with_its_lines_and_named_with_later_ones(tmp_path: Path) -> None:
    blocks = (
        '!!! warning "Burns"\n    It burns you. Keep away.\n\n    - [ ] Away {: #away }\n\n'
        '!!! tip "Easy"\n    Take two.\n\n- [ ] One {: #one }'
    )
    assert slides(tmp_path, blocks) == [["BURNS and why", "[Away]"], ["BURNS", "EASY and why", "[One]"], []]


def test_the_picture_is_the_last_one_before_a_line_else_the_first(tmp_path: Path) -> None:
    picture = "![Picture](diagrams/tailgate.svg)"
    before, after = slides_of(step_of(tmp_path, f"- [ ] One {{: #one }}\n\n{picture}\n\n- [ ] Two {{: #two }}"))[:2]
    assert before.picture is after.picture is not None
    assert slides_of(step_of(tmp_path, "- [ ] One {: #one }"))[0].picture is None

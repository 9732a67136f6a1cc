"""SVG logos: drawings that run nothing, fetch nothing and end somewhere."""

from __future__ import annotations

import pytest

from dsagen.workspace.house.content import Fault
from dsagen.workspace.house.svg import read_svg
from dsagen.workspace.house.values import Picture

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 30">'


def read(inside: str, opening: str = OPEN, before: str = "") -> Picture | Fault:
    """Read a drawing."""
    return read_svg(f"{before}{opening}{inside}</svg>".encode(), "logo.svg")


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<!-- drawn by hand --><?editor x?><title>Riverdale</title>",
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)" d="M0 0h9"/>',
        '<defs><g id="a"><path d="M0 0h9"/></g></defs><use xlink:href="#a"/><use href="#a"/>',
        '<style>.a { fill: url("#b") } @media print { .a { fill: #000 } }</style><path class="a" d="M0 0"/>',
        '<image href="data:image/png;base64,AAAA" width="1" height="1"/>',
        '<a href="https://riverdale.example/"><path d="M0 0"/></a>',
        '<g><a href="#top"/></g>',
    ],
    ids=["nothing", "notes", "gradient", "use", "style", "picture inside", "link", "link inside"],
)
def test_a_drawing_is_taken(inside: str) -> None:
    picture = read(inside)
    assert isinstance(picture, Picture)
    assert (picture.type, picture.width, picture.height) == ("image/svg+xml", 90, 30)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", "holds a script"),
        ('<g onload="alert(1)"/>', "holds a script"),
        ('<g ONCLICK="alert(1)"/>', "holds a script"),
        ("<foreignObject><p>words</p></foreignObject>", "holds a script"),
        ('<image href="https://tracker.example/a.png"/>', "outside itself"),
        ('<image xlink:href="//tracker.example/a.png"/>', "outside itself"),
        ('<image href="file:///etc/passwd"/>', "outside itself"),
        ('<image href="../a.png"/>', "outside itself"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "outside itself"),
        ('<use href="other.svg#a"/>', "outside itself"),
        ('<path fill="url(https://tracker.example/a.svg#b)"/>', "outside itself"),
        ("<path style=\"fill: url( 'https://tracker.example')\"/>", "outside itself"),
        ("<style>@import 'https://tracker.example/a.css';</style>", "outside itself"),
        ("<style>.a { background: url(https://tracker.example) }</style>", "outside itself"),
        ('<a href="javascript:alert(1)"><path/></a>', "outside itself"),
        ('<g id="a"><use href="#a"/></g>', "too deep or too large"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "too deep or too large"),
        ('<pattern id="a"><path fill="url(#a)"/></pattern>', "too deep or too large"),
        (f"{'<g>' * 100}{'</g>' * 100}", "too deep or too large"),
        ("<path/>" * 20_001, "too deep or too large"),
        ("<g>", "is damaged"),
        ("&boom;", "is damaged"),
    ],
)
def test_another_one_is_refused(inside: str, message: str) -> None:
    fault = read(inside)
    assert isinstance(fault, Fault)
    assert message in fault.message


def test_a_drawing_that_doubles_itself_is_refused() -> None:
    layers = "".join(
        f'<g id="l{at}"><use href="#l{at - 1}"/><use href="#l{at - 1}"/></g>' if at else '<g id="l0"><path/></g>'
        for at in range(40)
    )
    fault = read(layers)
    assert isinstance(fault, Fault)
    assert "too deep or too large" in fault.message


def test_entities_are_refused_and_a_plain_document_type_is_not() -> None:
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert isinstance(read("<path/>", before=public), Picture)
    laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    fault = read("<title>&b;</title>", before=laughs)
    assert isinstance(fault, Fault)
    assert "entities" in fault.message


@pytest.mark.parametrize(
    ("opening", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="2in" height="48pt">', (192, 64)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0,0,8,4">', (8, 4)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%">', None),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 4">', None),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1.2.3 4">', None),
    ],
)
def test_it_says_how_large_it_is(opening: str, size: tuple[float, float] | None) -> None:
    picture = read("", opening)
    if size is None:
        assert isinstance(picture, Fault) and "how wide and high" in picture.message
    else:
        assert isinstance(picture, Picture)
        assert (picture.width, picture.height) == pytest.approx(size)


def test_a_page_that_holds_a_drawing_is_no_drawing() -> None:
    assert isinstance(read_svg(f"<div>{OPEN}</svg></div>".encode(), "logo.svg"), Fault)

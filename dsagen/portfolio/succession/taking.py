"""One body in the place of others, in what one file says: what is written anew, and what a person has to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dsagen.model.agreement import AgreementFile
from dsagen.model.finding import Source
from dsagen.portfolio.succession.asked import Succession
from dsagen.workspace.edit import Rewrite
from dsagen.workspace.nodes import Mapping, Node, Scalar, Sequence
from dsagen.workspace.paths import join_path, split_path
from dsagen.workspace.shape import Shape

__all__ = ["Left", "Taking"]


@dataclass(frozen=True)
class Left:
    """Something that dsagen leaves for a person to decide."""

    path: str
    """The id of what would have to go, in the sources as they are after the edit."""
    message: str
    fix: str


@dataclass
class Taking:
    """Follow the types of the model through what is written, and let one body take the place of others."""

    asked: Succession
    teams: frozenset[str] = frozenset()
    """The teams of the new body."""
    rewrites: list[Rewrite] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    dated: list[Left] = field(default_factory=list)
    """What an old body did on a day, and now stands beside the name of the new one."""
    olds: dict[str, None] = field(default_factory=dict)
    """The old bodies that were met, in the order of the file."""

    def taken(self, node: Node, shape: Shape, path: str = "") -> object:
        """Give the data as it is to be afterwards, and note the words that make it so."""
        if isinstance(node, Mapping):
            return self._mapping(node, shape, path)
        if isinstance(node, Sequence):
            return self._list(node, shape, path)
        return self._word(node, shape)

    def _word(self, node: Scalar, shape: Shape) -> str | None:
        if node.text is None:
            return None
        if _stands(shape) and node.text in self.asked.olds:
            return self._write(node.source, node.text, is_key=False)
        if shape.names_place:
            return self._place(node)
        return node.text

    def _write(self, source: Source, word: str, *, is_key: bool) -> str:
        self.olds[word] = None
        self.rewrites.append(Rewrite(source, is_key, self.asked.new))
        return self.asked.new

    def _take_out(self, source: Source, word: str, *, is_key: bool) -> None:
        self.olds.update({word: None} if word in self.asked.olds else {})
        self.rewrites.append(Rewrite(source, is_key, None))

    def _place(self, node: Scalar) -> str:
        """Give the id of a place whose parties have changed."""
        assert node.text is not None
        segments = split_path(node.text.strip("/"))
        head = segments[:2] if segments[:1] == ["agreements"] else []
        found, shape = list(head), Shape(AgreementFile)
        for segment in segments[len(head) :]:
            found.append(self.asked.successor(segment) if _stands(shape.key()) else segment)
            shape = shape.entry(segment)
        if found == segments:
            return node.text
        word = join_path("", *found)
        self.rewrites.append(Rewrite(node.source, False, word))
        return word

    def _list(self, node: Sequence, shape: Shape, path: str) -> list[object]:
        inner, found, met = shape.item(), list[object](), set[str]()
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and item.text is not None and _stands(inner):
                word = self.asked.successor(item.text)
                if word == self.asked.new and word in met:
                    self._take_out(item.source, item.text, is_key=False)
                    continue
                met.add(word)
            found.append(self.taken(item, inner, join_path(path, index)))
        return found

    def _mapping(self, node: Mapping, shape: Shape, path: str) -> dict[str, object]:
        values = {
            key: self.taken(entry.value, shape.entry(key), join_path(path, key)) for key, entry in node.entries.items()
        }
        self._done(node, shape, path)
        same = [key for key in node.entries if self._is_new(key)]
        if not _stands(shape.key()) or not any(key in self.asked.olds for key in same):
            return dict(values)
        answer = self.asked.new if self.asked.new in same else same[0]
        alike = [key for key in same if values[key] == values[answer]]
        found: dict[str, object] = {}
        for key, value in values.items():
            if key not in same:
                found[key] = value
            elif key not in alike:
                found[key] = value
                self._differ(key, answer, join_path(path, key))
            elif key != alike[0]:
                self._take_out(node.entries[key].key, key, is_key=True)
            elif key == self.asked.new:
                found[key] = value
            else:
                found[self._write(node.entries[key].key, key, is_key=True)] = value
        return found

    def _done(self, node: Mapping, shape: Shape, path: str) -> None:
        """Note what an old body did on a day."""
        for key in node.entries:
            mark, word = shape.entry(key).party, _text(node, key)
            day = _text(node, mark.on) if mark is not None and mark.on else ""
            if not day or word not in self.asked.olds:
                continue
            message = f"it is of {day}, and `{word}` did it, where `{self.asked.new}` now stands"
            fix = "Leave it if the new body stands by it. Otherwise take the date away until it has done it itself."
            self.dated.append(Left(join_path(path, key), message, fix))

    def _differ(self, key: str, answer: str, path: str) -> None:
        self.olds.update({key: None} if key in self.asked.olds else {})
        new, part = self.asked.new, split_path(path)[-2]
        whose = f"the answer of `{answer}`" if answer != new else "an answer of its own"
        self.left.append(
            Left(
                path,
                f"`{new}` has {whose} in `{part}`, and `{key}` has another",
                f"Put what holds for `{new}` from now on under `{new}`, and take `{key}` away.",
            )
        )

    def agreement(self, node: Mapping, path: str) -> None:
        """Note what no longer makes sense once bodies of one agreement are one."""
        for reference, flow in _entries(node, "flows"):
            where = join_path(path, "flows", reference)
            self.left.extend(self._to_itself(reference, flow, where))
            self.left.extend(self._teams(flow, where))
        for duty, allocation in _entries(node, "allocation"):
            lead = _text(allocation, "lead")
            others = [word for word in _words(allocation, "support") if self._is_new(word) and word != lead]
            if others and self._is_new(lead):
                where = join_path(path, "allocation", duty, "support", self._index(allocation, "support"))
                message = f"`{self.asked.new}` both leads and supports `{duty}`"
                self.left.append(Left(where, message, "Take it out of `support`."))

    def _to_itself(self, reference: str, flow: Mapping, path: str) -> Iterator[Left]:
        sender, recipients = _text(flow, "from"), list(_words(flow, "to"))
        if not self._is_new(sender) or _text(flow, "withdrawn_in"):
            return
        same = [word for word in recipients if word != sender and self._is_new(word)]
        if not same:
            return
        message = f"{reference} goes from `{self.asked.new}` to itself: `{sender}` and `{same[0]}` are now one body"
        if all(self._is_new(word) for word in recipients):
            yield Left(path, message, "Give it `withdrawn_in` with the new version, or take the flow out.")
        else:
            where = join_path(path, "to", self._index(flow, "to"))
            yield Left(where, message, f"Take `{self.asked.new}` out of `to`.")

    def _teams(self, flow: Mapping, path: str) -> Iterator[Left]:
        held = flow.entries.get("teams")
        if held is None or not isinstance(held.value, Mapping):
            return
        same = [key for key in held.value.entries if self._is_new(key)]
        if not same or self.asked.new in same or (team := _text(held.value, same[0])) in self.teams:
            return
        message = f"`{team}` is a team of `{same[0]}`, and `{self.asked.new}` has no team with that id"
        fix = f"Add it to the `teams` of `{self.asked.new}`, or name another of its teams here."
        yield Left(join_path(path, "teams", self.asked.new), message, fix)

    def _is_new(self, word: str) -> bool:
        return self.asked.successor(word) == self.asked.new

    def _index(self, node: Mapping, key: str) -> int:
        """Give where the new body stands in a list, once it stands there once."""
        return list(dict.fromkeys(self.asked.successor(word) for word in _words(node, key))).index(self.asked.new)


def _stands(shape: Shape) -> bool:
    """Tell whether the id of a party stands here that another may take over."""
    return shape.party is not None and not shape.party.then


def _entries(node: Mapping, key: str) -> Iterator[tuple[str, Mapping]]:
    held = node.entries.get(key)
    if held is not None and isinstance(held.value, Mapping):
        for name, entry in held.value.entries.items():
            if isinstance(entry.value, Mapping):
                yield name, entry.value


def _text(node: Mapping, key: str) -> str:
    held = node.entries.get(key)
    return (held.value.text or "").strip() if held is not None and isinstance(held.value, Scalar) else ""


def _words(node: Mapping, key: str) -> Iterator[str]:
    held = node.entries.get(key)
    items = held.value.items if held is not None and isinstance(held.value, Sequence) else ()
    return (item.text for item in items if isinstance(item, Scalar) and item.text)

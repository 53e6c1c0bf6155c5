"""The command's own words: help texts and misuse in Indonesian, where click writes English."""

import sys
from typing import Any, NoReturn

import click

from pohon_docs.misuse import MisuseError

_MISUSE = 2
_STOPPED = 130
_WORDS = {
    "Options": "Pilihan",
    "Commands": "Perintah",
    "[OPTIONS]": "[PILIHAN]",
}
"""The words that click writes itself, in help texts."""


class _Formatter(click.HelpFormatter):
    """Writes help texts under Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_WORDS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Command(click.Command):
    """A command whose help is all in Indonesian."""

    context_class = _Context

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_WORDS.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Tampilkan bantuan ini."
        return option


class Group(_Command, click.Group):
    """The whole command: misuse is one Indonesian line and exit code 2, Ctrl-C one and 130."""

    command_class = _Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named; raises MisuseError for an unknown one."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise MisuseError(f'Perintah "{args[0]}" tidak dikenal; yang ada: {known}.')
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 (click's own arguments)
        """Run the command and exit with its status; misuse is one line on stderr."""
        extra["standalone_mode"] = False
        try:
            status = super().main(*args, **extra)
        except click.Abort:
            said = "Dihentikan. Yang sudah selesai tersimpan utuh; ulangi untuk melanjutkan."
            click.echo(said, err=True)
            status = _STOPPED
        except (MisuseError, click.UsageError) as error:
            click.echo(error if isinstance(error, MisuseError) else _sentence(error), err=True)
            status = _MISUSE
        sys.exit(status)


def _sentence(error: click.UsageError) -> str:
    """Say in one line what is wrong with the arguments of a call."""
    if isinstance(error, click.NoSuchOption):
        said = f"Pilihan {error.option_name} tidak dikenal."
    elif isinstance(error, click.BadOptionUsage):
        said = f"Pilihan {error.option_name} dipakai dengan isian yang salah."
    elif isinstance(error, click.BadParameter) and error.param:
        said = f"Isian {error.param.opts[0]} tidak cocok."
    else:
        said = "Isiannya tidak cocok dengan perintah ini."
    path = error.ctx.command_path if error.ctx else "pohon-docs"
    return f"{said} Lihat `{path} --help`."

"""Prints the finished PDF, page by page, so that paper and file cannot differ."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from kpi_desktop.i18n import tr

_DPI = 300


def draw(path: Path, printer: QPrinter, dpi: int = _DPI) -> None:
    """Draw every page of a PDF onto a printer."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    printer.setFullPage(True)  # the file has margins of its own, and a page as large as the paper is drawn in its true size
    painter = QPainter()
    try:
        first, last = printer.fromPage() or 1, printer.toPage() or len(document)
        for at in range(first - 1, min(last, len(document))):
            page = document[at]
            if painter.isActive():
                printer.newPage()
            else:
                painter.begin(printer)
            bitmap = page.render(scale=math.ceil(dpi / 72)).to_pil().convert("RGB")
            image = QImage(bitmap.tobytes(), bitmap.width, bitmap.height, 3 * bitmap.width, QImage.Format.Format_RGB888)
            paper = printer.paperRect(QPrinter.Unit.DevicePixel)
            scale = min(paper.width() / image.width(), paper.height() / image.height())
            across, down = image.width() * scale, image.height() * scale
            painter.drawImage(QRectF((paper.width() - across) / 2, (paper.height() - down) / 2, across, down), image)
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def like(path: Path, printer: QPrinter) -> None:
    """Set a printer to the paper of a PDF, upright or across; a person may choose another."""
    import pypdfium2

    with pypdfium2.PdfDocument(str(path)) as document:
        wide, high = document[0].get_size()
    printer.setPageSize(QPageSize(QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait)


def print_file(path: Path, parent: QWidget) -> None:
    """Ask for a printer and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    like(path, printer)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        draw(path, printer)


def preview(path: Path, parent: QWidget) -> QPrintPreviewDialog:
    """Show the pages as they would be printed."""
    dialog = QPrintPreviewDialog(parent)  # it owns its printer; one of ours would die before it
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Print preview"))
    like(path, dialog.printer())
    dialog.paintRequested.connect(lambda printer: draw(path, printer, 150))
    dialog.resize(900, 700)
    dialog.open()
    return dialog

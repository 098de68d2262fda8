"""Prints the finished PDF, page by page, so that paper and file cannot differ."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from kpi_desktop.i18n import tr

_DPI = 300


def draw(path: Path, printer: QPrinter, dpi: int = _DPI) -> None:
    """Draw every page of a PDF onto a printer."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
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
            area = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
            area.moveTo(0, 0)
            scale = min(area.width() / image.width(), area.height() / image.height())
            painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def print_file(path: Path, parent: QWidget) -> None:
    """Ask for a printer and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        draw(path, printer)


def preview(path: Path, parent: QWidget) -> QPrintPreviewDialog:
    """Show the pages as they would be printed."""
    dialog = QPrintPreviewDialog(parent)  # it owns its printer; one of ours would die before it
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Print preview"))
    dialog.paintRequested.connect(lambda printer: draw(path, printer, 150))
    dialog.resize(900, 700)
    dialog.open()
    return dialog

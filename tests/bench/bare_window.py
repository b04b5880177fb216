"""The yardstick: a bare PySide6 window with one text view."""

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from tests.bench.painted import now, paint, report

application = QApplication([])
window = QMainWindow()
text = QTextBrowser()
text.setPlainText("Measure across the two terminals")
window.setCentralWidget(text)
window.resize(1366, 768)
window.show()
paint(window)
report(now(), now())

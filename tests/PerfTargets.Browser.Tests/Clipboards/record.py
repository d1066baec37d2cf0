#!/usr/bin/python3
"""
Opens office documents in LibreOffice, copies tables out of them and keeps what a browser is offered on pasting: NAME.html and NAME.txt.

    ./record.py OFFICIAL.xlsx OFFICIAL.docx

The arguments are one form as `perftargets forms export` writes it. The lists of a clerk are made here, saved as .xlsx and .docx and opened again.
Needs LibreOffice and its Python bridge (Debian: libreoffice-calc, libreoffice-writer, python3-uno).
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

HERE = pathlib.Path(__file__).parent
PORT = 20177

# Names with a line end, quotation marks and a tab in the place of a blank; the groups of two levels stand in merged cells.
ROWS = [
    ("一级指标", "二级指标", "三级指标", "指标值"),
    ("产出指标", "数量指标", "奖补\n企业户数", "≧3 户"),
    ("", "", "“专精特新”\"小巨人\"企业培训次数", "5 次"),
    ("", "质量指标", "验收合格率", "100％"),
    ("效益指标", "社会效益", "带动就业人数，其中应届\n高校毕业生占比不低于三成", "≥20 人"),
]
MERGED = [(0, 1, 0, 3), (1, 1, 1, 2)]


def prop(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connect(office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={PORT};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start.")


class Office:
    def __init__(self, context):
        self.context = context
        self.desktop = self.make("com.sun.star.frame.Desktop")

    def make(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, where):
        url = where if where.startswith("private:") else uno.systemPathToFileUrl(str(pathlib.Path(where).resolve()))
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))

    def save(self, document, path, filter_name):
        document.storeToURL(uno.systemPathToFileUrl(path), (prop("FilterName", filter_name),))
        document.close(True)

    def press(self, document, command, **arguments):
        given = tuple(prop(name, value) for name, value in arguments.items())
        self.make("com.sun.star.frame.DispatchHelper").executeDispatch(document.CurrentController.Frame, command, "", 0, given)

    def keep(self, document, name):
        offered = document.CurrentController.getTransferable()
        for flavor in offered.getTransferDataFlavors():
            ending = {"text/html": "html", "text/plain;charset=utf-16": "txt"}.get(flavor.MimeType)
            if ending is None:
                continue
            data = offered.getTransferData(flavor)
            data = getattr(data, "value", data)
            (HERE / f"{name}.{ending}").write_bytes(data.encode() if isinstance(data, str) else data)
        document.close(True)

    def copy_cells(self, path, cells, name):
        document = self.open(path)
        document.CurrentController.select(document.Sheets.getByIndex(0).getCellRangeByName(cells))
        self.keep(document, name)

    def copy_table(self, path, name, number=0):
        document = self.open(path)
        document.CurrentController.select(document.TextTables.getByIndex(number))
        self.press(document, ".uno:SelectTable")
        self.keep(document, name)

    def list_as_workbook(self, path):
        document = self.open("private:factory/scalc")
        sheet = document.Sheets.getByIndex(0)
        for y, row in enumerate(ROWS):
            for x, text in enumerate(row):
                sheet.getCellByPosition(x, y).setString(text)
        for x, top, _, bottom in MERGED:
            sheet.getCellRangeByPosition(x, top, x, bottom).merge(True)
        self.save(document, path, "Calc MS Excel 2007 XML")

    def list_as_document(self, path):
        document = self.open("private:factory/swriter")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(ROWS), len(ROWS[0]))
        document.Text.insertTextContent(document.Text.createTextCursor(), table, False)
        for y, row in enumerate(ROWS):
            for x, text in enumerate(row):
                cell = table.getCellByPosition(x, y)
                cursor = cell.createTextCursor()
                for at, paragraph in enumerate(text.split("\n")):
                    if at > 0:
                        cell.insertControlCharacter(cursor, 0, False)
                    cell.insertString(cursor, paragraph, False)
        # From the right, as the names of what stands further right change with what is merged.
        for x, top, _, bottom in sorted(MERGED, reverse=True):
            cursor = table.createCursorByCellName(f"{'ABCD'[x]}{top + 1}")
            cursor.gotoCellByName(f"{'ABCD'[x]}{bottom + 1}", True)
            cursor.mergeRange()
        self.save(document, path, "MS Word 2007 XML")


def main(official_workbook, official_document):
    with tempfile.TemporaryDirectory() as folder:
        office = subprocess.Popen([
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", f"--accept=socket,host=127.0.0.1,port={PORT};urp;"], start_new_session=True)
        one = Office(connect(office))
        one.copy_cells(official_workbook, "A1:E29", "calc-official")
        one.copy_table(official_document, "writer-official", 1)
        one.list_as_workbook(f"{folder}/list.xlsx")
        one.copy_cells(f"{folder}/list.xlsx", "A1:D5", "calc-list")
        one.copy_cells(f"{folder}/list.xlsx", "C2:D5", "calc-pairs")
        one.list_as_document(f"{folder}/list.docx")
        one.copy_table(f"{folder}/list.docx", "writer-list")
        # Asked to go, it would wait for what the bridge still holds.
        os.killpg(office.pid, signal.SIGTERM)
        office.wait()


main(*sys.argv[1:])

"""Opens an answer form in LibreOffice, tells what it sees as JSON, fills the row of Rennes and saves it as XLSX."""
import json
import subprocess
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, content):
    made = PropertyValue()
    made.Name = name
    made.Value = content
    return made


path, folder = sys.argv[1], sys.argv[2]
address = "socket,host=localhost,port=28766;urp;"
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", "--accept=" + address, "-env:UserInstallation=file://" + folder + "/profile"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = None
    for _ in range(90):
        try:
            context = resolver.resolve("uno:" + address + "StarOffice.ComponentContext")
            break
        except Exception:  # not listening yet
            time.sleep(1)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, (value("Hidden", True),))
    sheet = book.Sheets.getByIndex(0)
    cell = sheet.getCellByPosition
    seen = {
        "protected": sheet.isProtected(),
        "hidden": [column for column in range(10) if not sheet.Columns.getByIndex(column).IsVisible],
        "choices": cell(5, 1).Validation.getFormula1(),
        "locked": {name: sheet.getCellRangeByName(name).CellProtection.IsLocked for name in ("A1", "D2", "F2", "G2")},
    }
    for row in (1, 2):
        if cell(2, row).String == "REN":
            cell(5, row).String = "Déclinée"
            cell(7, row).String = "Fermé pour travaux ; on s’y remet"
            # The serial of 12 May 2027: how it is typed depends on the language of the office.
            cell(8, row).Value = 46519
            cell(9, row).String = "Yann"
    book.storeToURL(pathlib.Path(path).as_uri(), (value("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    print(json.dumps(seen))
    try:
        desktop.terminate()
    except Exception:  # it ends before it answers
        pass
finally:
    try:
        office.wait(20)
    except subprocess.TimeoutExpired:
        office.kill()

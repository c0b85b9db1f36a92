' LibreOffice Basic: makes the two fixtures from a form, see README.md. Nothing of it runs in the tests.
Const FOLDER = "file:///tmp/bieu/"

Function Opened
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden" : args(0).Value = True
  doc = StarDesktop.loadComponentFromURL(FOLDER & "bieu.xlsx", "_blank", 0, args())
  ' smaller files: without the lists, and without most rows of the sums to compare
  doc.Sheets.removeByName("Danh mục")
  doc.Sheets.getByName("Hồ sơ thủ tục hành chính").getCellRangeByName("Y11:AC200").clearContents(1023)
  doc.Sheets.getByName("Kinh phí").getCellRangeByName("P11:P200").clearContents(1023)
  Opened = doc
End Function

Sub Save(doc, name)
  doc.DocumentProperties.Author = "" : doc.DocumentProperties.ModifiedBy = ""
  Dim s(0) As New com.sun.star.beans.PropertyValue
  s(0).Name = "FilterName" : s(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(FOLDER & name, s())
  doc.close(True)
End Sub

Sub Untouched
  Save(Opened(), "libreoffice-luu-lai.xlsx")
End Sub

Sub Edited
  doc = Opened()

  ' the other figures sorted by indicator, downwards; some rows coloured
  others = doc.Sheets.getByName("Số liệu khác")
  rows = others.getCellRangeByName("A4:R17")
  Dim f(0) As New com.sun.star.table.TableSortField
  f(0).Field = 0 : f(0).IsAscending = False
  Dim d(1) As New com.sun.star.beans.PropertyValue
  d(0).Name = "SortFields" : d(0).Value = f()
  d(1).Name = "ContainsHeader" : d(1).Value = False
  rows.sort(d())
  others.getCellRangeByName("A4:R8").CellBackColor = RGB(255, 255, 0)

  ' a filter on the budget, which hides three of its four lines
  budget = doc.Sheets.getByName("Kinh phí").getCellRangeByName("A3:N7")
  by = budget.createFilterDescriptor(True)
  by.ContainsHeader = True
  Dim ff(0) As New com.sun.star.sheet.TableFilterField
  ff(0).Field = 6 : ff(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  ff(0).IsNumeric = False : ff(0).StringValue = "thực hiện"
  by.setFilterFields(ff())
  budget.filter(by)

  ' the month's report is registered
  sources = doc.Sheets.getByName("Văn bản nguồn")
  sources.getCellRangeByName("A6:G6").setDataArray(Array(Array("bc-thang-7", "70/BC-UBND", _
    CDbl(DateSerial(2026, 7, 31)), "", "UBND xã Hoằng Sơn", "Báo cáo giả tháng 7", "đã có số")))
  sources.getCellRangeByName("K6:L6").setDataArray(Array(Array(CDbl(DateSerial(2026, 7, 31)), "Không có thật")))

  ' dossiers: an own column, rows above the headings, numbers corrected, the month added with a formula
  dossiers = doc.Sheets.getByName("Hồ sơ thủ tục hành chính")
  dossiers.Columns.insertByIndex(2, 1)
  dossiers.getCellRangeByName("C3:C4").setDataArray(Array(Array("Người nhập"), Array("Tổ một")))
  dossiers.Rows.insertByIndex(0, 2)
  dossiers.getCellRangeByName("A1").String = "Biểu của tháng 7"
  dossiers.getCellRangeByName("M6").Value = 1221
  dossiers.getCellRangeByName("Q6").Value = 21
  dossiers.getCellRangeByName("R6:S6").setDataArray(Array(Array(29, 29)))
  dossiers.getCellRangeByName("A7:E7").setDataArray(Array(Array("Tháng 7/2026", "trong kỳ", "", _
    CDbl(DateSerial(2026, 7, 1)), CDbl(DateSerial(2026, 7, 31)))))
  dossiers.getCellRangeByName("G7").Formula = "=150+20"
  dossiers.getCellRangeByName("M7").Value = 150
  dossiers.getCellRangeByName("R7").Value = 20
  dossiers.getCellRangeByName("U7:V7").setDataArray(Array(Array("bc-thang-7", "Mục I")))

  ' two sheets thrown away; what is hidden is read too
  doc.Sheets.removeByName("Bình dân học vụ số")
  doc.Sheets.removeByName("Tổ công nghệ số cộng đồng")
  doc.Sheets.getByName("Kiến nghị").IsVisible = False
  doc.Sheets.getByName("Nhiệm vụ").Rows.getByIndex(3).IsVisible = False
  Save(doc, "libreoffice-sua.xlsx")
End Sub

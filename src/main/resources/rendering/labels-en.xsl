<?xml version="1.0" encoding="UTF-8"?>
<!-- The English words of the layout; labels-nl.xsl has the same names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="language-tag" select="'en'"/>
  <xsl:variable name="decimal-mark" select="'.'"/>
  <xsl:variable name="thousands-mark" select="','"/>

  <xsl:variable name="l-page" select="'Page '"/>
  <xsl:variable name="l-of" select="' of '"/>
  <xsl:variable name="l-from" select="'from '"/>
  <xsl:variable name="l-to" select="'until '"/>
  <xsl:variable name="l-until" select="' to '"/>

  <xsl:variable name="l-invoice-number" select="'Invoice number'"/>
  <xsl:variable name="l-credit-number" select="'Credit note number'"/>
  <xsl:variable name="l-invoice-date" select="'Invoice date'"/>
  <xsl:variable name="l-credit-date" select="'Credit note date'"/>
  <xsl:variable name="l-due-date" select="'Due date'"/>
  <xsl:variable name="l-tax-date" select="'Tax point date'"/>
  <xsl:variable name="l-tax-due" select="'VAT due on'"/>
  <xsl:variable name="l-customer-number" select="'Customer number'"/>
  <xsl:variable name="l-your-reference" select="'Your reference'"/>
  <xsl:variable name="l-order" select="'Your order number'"/>
  <xsl:variable name="l-sales-order" select="'Our order number'"/>
  <xsl:variable name="l-cost-centre" select="'Your accounting code'"/>
  <xsl:variable name="l-project" select="'Project'"/>
  <xsl:variable name="l-contract" select="'Contract'"/>
  <xsl:variable name="l-despatch" select="'Despatch advice'"/>
  <xsl:variable name="l-receipt" select="'Receipt'"/>
  <xsl:variable name="l-tender" select="'Tender'"/>
  <xsl:variable name="l-object" select="'Object'"/>
  <xsl:variable name="l-preceding" select="'Concerns invoice'"/>
  <xsl:variable name="l-dated" select="' of '"/>
  <xsl:variable name="l-period" select="'Period'"/>
  <xsl:variable name="l-delivery-date" select="'Delivery date'"/>
  <xsl:variable name="l-currency" select="'Currency'"/>

  <xsl:variable name="l-to-customer" select="'To'"/>
  <xsl:variable name="l-attention" select="'Attn. '"/>
  <xsl:variable name="l-contact" select="'Contact '"/>
  <xsl:variable name="l-phone" select="'Telephone '"/>
  <xsl:variable name="l-vat-number" select="'VAT number'"/>
  <xsl:variable name="l-tax-number" select="'Tax number'"/>
  <xsl:variable name="l-coc" select="'CoC number'"/>
  <xsl:variable name="l-oin" select="'OIN'"/>
  <xsl:variable name="l-enterprise" select="'Enterprise number'"/>
  <xsl:variable name="l-registration" select="'Registration number'"/>
  <xsl:variable name="l-identification" select="'Number'"/>
  <xsl:variable name="l-endpoint" select="'E-invoice address'"/>
  <xsl:variable name="l-trade-name" select="'Trading as: '"/>
  <xsl:variable name="l-creditor" select="'Creditor ID'"/>

  <xsl:variable name="l-line" select="'No.'"/>
  <xsl:variable name="l-description" select="'Description'"/>
  <xsl:variable name="l-quantity" select="'Quantity'"/>
  <xsl:variable name="l-price" select="'Price'"/>
  <xsl:variable name="l-vat" select="'VAT'"/>
  <xsl:variable name="l-amount" select="'Amount'"/>
  <xsl:variable name="l-per" select="'per '"/>
  <xsl:variable name="l-gross-price" select="'gross '"/>
  <xsl:variable name="l-price-discount" select="'discount '"/>
  <xsl:variable name="l-seller-item" select="'Item number'"/>
  <xsl:variable name="l-buyer-item" select="'Your item number'"/>
  <xsl:variable name="l-standard-item" select="'Standard item number'"/>
  <xsl:variable name="l-classification" select="'Classification'"/>
  <xsl:variable name="l-origin" select="'Country of origin'"/>
  <xsl:variable name="l-order-line" select="'Order line'"/>
  <xsl:variable name="l-allowance" select="'Allowance'"/>
  <xsl:variable name="l-charge" select="'Charge'"/>
  <xsl:variable name="l-over" select="' of '"/>
  <xsl:variable name="l-allowances-charges" select="'Allowances and charges'"/>

  <xsl:variable name="l-vat-specification" select="'VAT breakdown'"/>
  <xsl:variable name="l-rate" select="'Rate'"/>
  <xsl:variable name="l-taxable" select="'Taxable'"/>
  <xsl:variable name="l-sum-lines" select="'Sum of lines'"/>
  <xsl:variable name="l-sum-allowances" select="'Allowances'"/>
  <xsl:variable name="l-sum-charges" select="'Charges'"/>
  <xsl:variable name="l-sum-exclusive" select="'Total excluding VAT'"/>
  <xsl:variable name="l-sum-vat" select="'VAT'"/>
  <xsl:variable name="l-sum-inclusive" select="'Total including VAT'"/>
  <xsl:variable name="l-prepaid" select="'Already paid'"/>
  <xsl:variable name="l-rounding" select="'Rounding'"/>
  <xsl:variable name="l-payable" select="'Amount due'"/>
  <xsl:variable name="l-creditable" select="'Amount credited'"/>
  <xsl:variable name="l-vat-in" select="'VAT in '"/>

  <xsl:variable name="l-payment" select="'Payment'"/>
  <xsl:variable name="l-settlement" select="'Settlement'"/>
  <xsl:variable name="l-scan" select="'Scan with your banking app to pay'"/>
  <xsl:variable name="l-means" select="'Payment means'"/>
  <xsl:variable name="l-account" select="'Account (IBAN)'"/>
  <xsl:variable name="l-account-name" select="'Account name'"/>
  <xsl:variable name="l-bic" select="'BIC'"/>
  <xsl:variable name="l-payment-reference" select="'Payment reference'"/>
  <xsl:variable name="l-mandate" select="'Mandate reference'"/>
  <xsl:variable name="l-debited-account" select="'From your account'"/>
  <xsl:variable name="l-card" select="'Card'"/>
  <xsl:variable name="l-card-holder" select="'Card holder'"/>
  <xsl:variable name="l-terms" select="'Payment terms'"/>
  <xsl:variable name="l-g-account" select="'To be paid into the g-account'"/>
  <xsl:variable name="l-free-account" select="'To be paid into the free account'"/>

  <xsl:variable name="l-payee" select="'Payee'"/>
  <xsl:variable name="l-tax-representative" select="'Tax representative'"/>
  <xsl:variable name="l-delivery" select="'Delivery'"/>
  <xsl:variable name="l-location" select="'Location'"/>
  <xsl:variable name="l-attachments" select="'Attachments'"/>

  <xsl:template name="date-parts">
    <xsl:param name="year"/>
    <xsl:param name="month"/>
    <xsl:param name="day"/>
    <xsl:if test="not(starts-with($day, '0'))"><xsl:value-of select="substring($day, 1, 1)"/></xsl:if>
    <xsl:value-of select="concat(substring($day, 2), ' ')"/>
    <xsl:choose>
      <xsl:when test="$month = '01'">January</xsl:when>
      <xsl:when test="$month = '02'">February</xsl:when>
      <xsl:when test="$month = '03'">March</xsl:when>
      <xsl:when test="$month = '04'">April</xsl:when>
      <xsl:when test="$month = '05'">May</xsl:when>
      <xsl:when test="$month = '06'">June</xsl:when>
      <xsl:when test="$month = '07'">July</xsl:when>
      <xsl:when test="$month = '08'">August</xsl:when>
      <xsl:when test="$month = '09'">September</xsl:when>
      <xsl:when test="$month = '10'">October</xsl:when>
      <xsl:when test="$month = '11'">November</xsl:when>
      <xsl:when test="$month = '12'">December</xsl:when>
      <xsl:otherwise><xsl:value-of select="$month"/></xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(' ', $year)"/>
  </xsl:template>

  <!-- The title by document type code (UNTDID 1001, EN 16931 BT-3). -->
  <xsl:template name="title">
    <xsl:param name="code"/>
    <xsl:param name="credit"/>
    <xsl:choose>
      <xsl:when test="$code = '261'">Credit note (self-billing)</xsl:when>
      <xsl:when test="$credit = 'yes'">Credit note</xsl:when>
      <xsl:when test="$code = '326'">Partial invoice</xsl:when>
      <xsl:when test="$code = '384'">Corrected invoice</xsl:when>
      <xsl:when test="$code = '386'">Prepayment invoice</xsl:when>
      <xsl:when test="$code = '389'">Invoice (self-billing)</xsl:when>
      <xsl:when test="$code = '875' or $code = '876'">Interim invoice</xsl:when>
      <xsl:when test="$code = '877'">Final invoice</xsl:when>
      <xsl:otherwise>Invoice</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Units of UN/ECE recommendations 20 and 21 that Dutch trade uses: a word, or that for one and that for more; any
       other is shown by its code. -->
  <xsl:variable name="l-units" select="concat(
      '|C62=pcs|EA=pcs|H87=pcs|PCE=pcs|XPP=pcs|NAR=pcs|SEC=s|MIN=min|HUR=h|LH=h|DAY=day/days|',
      'E49=working day/working days|WEE=week/weeks|MON=month/months|QAN=quarter/quarters|ANN=year/years|MMT=mm|',
      'CMT=cm|DMT=dm|MTR=m|LM=running m|KMT=km|KTM=km|INH=inch|FOT=ft|MMK=mm²|CMK=cm²|DMK=dm²|MTK=m²|ARE=are|HAR=ha|',
      'CMQ=cm³|DMQ=dm³|MTQ=m³|MLT=ml|CLT=cl|DLT=dl|LTR=l|HLT=hl|MGM=mg|GRM=g|KGM=kg|DTN=100 kg|TNE=t|WTT=W|KWT=kW|',
      'WHR=Wh|KWH=kWh|MWH=MWh|3B=MJ|GV=GJ|AMP=A|VLT=V|KVA=kVA|SET=set/sets|PR=pair/pairs|NPR=pair/pairs|DZN=dozen|',
      'CEN=× 100|MIL=× 1000|XRO=roll/rolls|RO=roll/rolls|XBX=box/boxes|BX=box/boxes|XCT=carton/cartons|',
      'CT=carton/cartons|XPK=pack/packs|PK=pack/packs|XPA=pack/packs|XPX=pallet/pallets|PF=pallet/pallets|',
      'XBG=bag/bags|BG=bag/bags|XSA=sack/sacks|SA=sack/sacks|XBO=bottle/bottles|BO=bottle/bottles|',
      'XCY=cylinder/cylinders|XCX=can/cans|XTU=tube/tubes|TU=tube/tubes|XBJ=bucket/buckets|XPL=bucket/buckets|',
      'XDR=drum/drums|DR=drum/drums|XCR=crate/crates|CR=crate/crates|XCS=case/cases|CS=case/cases|XBE=bundle/bundles|',
      'BE=bundle/bundles|XST=sheet/sheets|ST=sheet/sheets|XCQ=cartridge/cartridges|E48=service/services|E51=job/jobs|',
      'E54=trip/trips|ACT=activity/activities|IE=person/persons|LS=lump sum|P1=%|ZZ=|')"/>

  <!-- VAT categories (UNCL5305). For AE the law wants the words "Reverse charge" on the invoice. -->
  <xsl:template name="vat-category">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'S'">VAT</xsl:when>
      <xsl:when test="$code = 'Z'">Zero rated</xsl:when>
      <xsl:when test="$code = 'E'">Exempt from VAT</xsl:when>
      <xsl:when test="$code = 'AE'">Reverse charge</xsl:when>
      <xsl:when test="$code = 'K'">Intra-Community supply</xsl:when>
      <xsl:when test="$code = 'G'">Export outside the EU</xsl:when>
      <xsl:when test="$code = 'O'">Not subject to VAT</xsl:when>
      <xsl:when test="$code = 'L'">IGIC (Canary Islands)</xsl:when>
      <xsl:when test="$code = 'M'">IPSI (Ceuta and Melilla)</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="vat-short">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'AE'">reverse</xsl:when>
      <xsl:when test="$code = 'E'">exempt</xsl:when>
      <xsl:when test="$code = 'O'">none</xsl:when>
      <xsl:when test="$code = 'K'">IC</xsl:when>
      <xsl:when test="$code = 'G'">export</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Payment means (UNTDID 4461). -->
  <xsl:template name="means">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = '1'"/>
      <xsl:when test="$code = '10'">Cash</xsl:when>
      <xsl:when test="$code = '20'">Cheque</xsl:when>
      <xsl:when test="$code = '30' or $code = '31' or $code = '42' or $code = '58'">Credit transfer</xsl:when>
      <xsl:when test="$code = '48' or $code = '54' or $code = '55'">Card payment</xsl:when>
      <xsl:when test="$code = '49' or $code = '59'">Direct debit</xsl:when>
      <xsl:when test="$code = '57'">Standing agreement</xsl:when>
      <xsl:when test="$code = '68'">Online payment</xsl:when>
      <xsl:when test="$code = '97'">Clearing between partners</xsl:when>
      <xsl:when test="$code = 'ZZZ'"/>
      <xsl:otherwise><xsl:value-of select="concat('Code ', $code)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Reasons for which no VAT is charged (CEF VATEX), where the document gives the code only. -->
  <xsl:template name="exemption">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'VATEX-EU-AE'">Reverse charge</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-IC'">Intra-Community supply</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-G'">Export outside the EU</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-O'">Not subject to VAT</xsl:when>
      <xsl:when test="starts-with($code, 'VATEX-EU-1')">
        <xsl:value-of select="concat('Exempt under the VAT Directive (', $code, ')')"/>
      </xsl:when>
      <xsl:when test="$code = 'VATEX-EU-D'">Margin scheme: second-hand means of transport</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-F'">Margin scheme: second-hand goods</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-I'">Margin scheme: works of art</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-J'">Margin scheme: collector's items and antiques</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- When VAT falls due (UNTDID 2005 as EN 16931 uses it). -->
  <xsl:template name="tax-due">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = '3'">invoice date</xsl:when>
      <xsl:when test="$code = '35'">delivery</xsl:when>
      <xsl:when test="$code = '432'">payment</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="country">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'NL'">The Netherlands</xsl:when>
      <xsl:when test="$code = 'BE'">Belgium</xsl:when>
      <xsl:when test="$code = 'DE'">Germany</xsl:when>
      <xsl:when test="$code = 'FR'">France</xsl:when>
      <xsl:when test="$code = 'LU'">Luxembourg</xsl:when>
      <xsl:when test="$code = 'GB'">United Kingdom</xsl:when>
      <xsl:when test="$code = 'IE'">Ireland</xsl:when>
      <xsl:when test="$code = 'DK'">Denmark</xsl:when>
      <xsl:when test="$code = 'SE'">Sweden</xsl:when>
      <xsl:when test="$code = 'NO'">Norway</xsl:when>
      <xsl:when test="$code = 'FI'">Finland</xsl:when>
      <xsl:when test="$code = 'AT'">Austria</xsl:when>
      <xsl:when test="$code = 'CH'">Switzerland</xsl:when>
      <xsl:when test="$code = 'IT'">Italy</xsl:when>
      <xsl:when test="$code = 'ES'">Spain</xsl:when>
      <xsl:when test="$code = 'PT'">Portugal</xsl:when>
      <xsl:when test="$code = 'PL'">Poland</xsl:when>
      <xsl:when test="$code = 'CZ'">Czechia</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

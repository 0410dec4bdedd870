<?xml version="1.0" encoding="UTF-8"?>
<!-- The Dutch words of the layout; labels-en.xsl has the same names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="language-tag" select="'nl'"/>
  <xsl:variable name="decimal-mark" select="','"/>
  <xsl:variable name="thousands-mark" select="'.'"/>

  <xsl:variable name="l-page" select="'Pagina '"/>
  <xsl:variable name="l-of" select="' van '"/>
  <xsl:variable name="l-from" select="'vanaf '"/>
  <xsl:variable name="l-to" select="'tot en met '"/>
  <xsl:variable name="l-until" select="' t/m '"/>

  <xsl:variable name="l-invoice-number" select="'Factuurnummer'"/>
  <xsl:variable name="l-credit-number" select="'Creditnotanummer'"/>
  <xsl:variable name="l-invoice-date" select="'Factuurdatum'"/>
  <xsl:variable name="l-credit-date" select="'Datum creditnota'"/>
  <xsl:variable name="l-due-date" select="'Vervaldatum'"/>
  <xsl:variable name="l-tax-date" select="'Btw-datum'"/>
  <xsl:variable name="l-tax-due" select="'Btw verschuldigd bij'"/>
  <xsl:variable name="l-customer-number" select="'Klantnummer'"/>
  <xsl:variable name="l-your-reference" select="'Uw referentie'"/>
  <xsl:variable name="l-order" select="'Uw ordernummer'"/>
  <xsl:variable name="l-sales-order" select="'Ons ordernummer'"/>
  <xsl:variable name="l-cost-centre" select="'Uw boekingscode'"/>
  <xsl:variable name="l-project" select="'Project'"/>
  <xsl:variable name="l-contract" select="'Contract'"/>
  <xsl:variable name="l-despatch" select="'Pakbon'"/>
  <xsl:variable name="l-receipt" select="'Ontvangstbewijs'"/>
  <xsl:variable name="l-tender" select="'Aanbesteding'"/>
  <xsl:variable name="l-object" select="'Object'"/>
  <xsl:variable name="l-preceding" select="'Betreft factuur'"/>
  <xsl:variable name="l-dated" select="' van '"/>
  <xsl:variable name="l-period" select="'Periode'"/>
  <xsl:variable name="l-delivery-date" select="'Leverdatum'"/>
  <xsl:variable name="l-currency" select="'Valuta'"/>

  <xsl:variable name="l-to-customer" select="'Aan'"/>
  <xsl:variable name="l-attention" select="'T.a.v. '"/>
  <xsl:variable name="l-contact" select="'Contactpersoon '"/>
  <xsl:variable name="l-phone" select="'Telefoon '"/>
  <xsl:variable name="l-vat-number" select="'Btw-nummer'"/>
  <xsl:variable name="l-tax-number" select="'Fiscaal nummer'"/>
  <xsl:variable name="l-coc" select="'KvK-nummer'"/>
  <xsl:variable name="l-oin" select="'OIN'"/>
  <xsl:variable name="l-enterprise" select="'Ondernemingsnummer'"/>
  <xsl:variable name="l-registration" select="'Registratienummer'"/>
  <xsl:variable name="l-identification" select="'Nummer'"/>
  <xsl:variable name="l-endpoint" select="'E-factuuradres'"/>
  <xsl:variable name="l-trade-name" select="'Handelsnaam: '"/>
  <xsl:variable name="l-creditor" select="'Incassant-ID'"/>

  <xsl:variable name="l-line" select="'Nr.'"/>
  <xsl:variable name="l-description" select="'Omschrijving'"/>
  <xsl:variable name="l-quantity" select="'Aantal'"/>
  <xsl:variable name="l-price" select="'Prijs'"/>
  <xsl:variable name="l-vat" select="'Btw'"/>
  <xsl:variable name="l-amount" select="'Bedrag'"/>
  <xsl:variable name="l-per" select="'per '"/>
  <xsl:variable name="l-gross-price" select="'bruto '"/>
  <xsl:variable name="l-price-discount" select="'korting '"/>
  <xsl:variable name="l-seller-item" select="'Artikelnummer'"/>
  <xsl:variable name="l-buyer-item" select="'Uw artikelnummer'"/>
  <xsl:variable name="l-standard-item" select="'Standaard artikelnummer'"/>
  <xsl:variable name="l-classification" select="'Classificatie'"/>
  <xsl:variable name="l-origin" select="'Land van herkomst'"/>
  <xsl:variable name="l-order-line" select="'Orderregel'"/>
  <xsl:variable name="l-allowance" select="'Korting'"/>
  <xsl:variable name="l-charge" select="'Toeslag'"/>
  <xsl:variable name="l-over" select="' over '"/>
  <xsl:variable name="l-allowances-charges" select="'Kortingen en toeslagen'"/>

  <xsl:variable name="l-vat-specification" select="'Btw-specificatie'"/>
  <xsl:variable name="l-rate" select="'Tarief'"/>
  <xsl:variable name="l-taxable" select="'Grondslag'"/>
  <xsl:variable name="l-sum-lines" select="'Totaal regels'"/>
  <xsl:variable name="l-sum-allowances" select="'Kortingen'"/>
  <xsl:variable name="l-sum-charges" select="'Toeslagen'"/>
  <xsl:variable name="l-sum-exclusive" select="'Totaal exclusief btw'"/>
  <xsl:variable name="l-sum-vat" select="'Btw'"/>
  <xsl:variable name="l-sum-inclusive" select="'Totaal inclusief btw'"/>
  <xsl:variable name="l-prepaid" select="'Reeds betaald'"/>
  <xsl:variable name="l-rounding" select="'Afronding'"/>
  <xsl:variable name="l-payable" select="'Te betalen'"/>
  <xsl:variable name="l-creditable" select="'Te crediteren'"/>
  <xsl:variable name="l-vat-in" select="'Btw in '"/>

  <xsl:variable name="l-payment" select="'Betaling'"/>
  <xsl:variable name="l-settlement" select="'Verrekening'"/>
  <xsl:variable name="l-scan" select="'Scan met uw bank-app om te betalen'"/>
  <xsl:variable name="l-means" select="'Betaalwijze'"/>
  <xsl:variable name="l-account" select="'Rekening (IBAN)'"/>
  <xsl:variable name="l-account-name" select="'Ten name van'"/>
  <xsl:variable name="l-bic" select="'BIC'"/>
  <xsl:variable name="l-payment-reference" select="'Betalingskenmerk'"/>
  <xsl:variable name="l-mandate" select="'Machtigingskenmerk'"/>
  <xsl:variable name="l-debited-account" select="'Van uw rekening'"/>
  <xsl:variable name="l-card" select="'Kaart'"/>
  <xsl:variable name="l-card-holder" select="'Kaarthouder'"/>
  <xsl:variable name="l-terms" select="'Betalingsvoorwaarden'"/>
  <xsl:variable name="l-g-account" select="'Te storten op G-rekening'"/>
  <xsl:variable name="l-free-account" select="'Te betalen op vrije rekening'"/>

  <xsl:variable name="l-payee" select="'Begunstigde'"/>
  <xsl:variable name="l-tax-representative" select="'Fiscaal vertegenwoordiger'"/>
  <xsl:variable name="l-delivery" select="'Levering'"/>
  <xsl:variable name="l-location" select="'Locatie'"/>
  <xsl:variable name="l-attachments" select="'Bijlagen'"/>

  <xsl:template name="date-parts">
    <xsl:param name="year"/>
    <xsl:param name="month"/>
    <xsl:param name="day"/>
    <xsl:value-of select="concat($day, '-', $month, '-', $year)"/>
  </xsl:template>

  <!-- The title by document type code (UNTDID 1001, EN 16931 BT-3). -->
  <xsl:template name="title">
    <xsl:param name="code"/>
    <xsl:param name="credit"/>
    <xsl:choose>
      <xsl:when test="$code = '261'">Creditnota (self-billing)</xsl:when>
      <xsl:when test="$credit = 'yes'">Creditnota</xsl:when>
      <xsl:when test="$code = '326'">Deelfactuur</xsl:when>
      <xsl:when test="$code = '384'">Correctiefactuur</xsl:when>
      <xsl:when test="$code = '386'">Voorschotfactuur</xsl:when>
      <xsl:when test="$code = '389'">Factuur (self-billing)</xsl:when>
      <xsl:when test="$code = '875' or $code = '876'">Termijnfactuur</xsl:when>
      <xsl:when test="$code = '877'">Eindfactuur</xsl:when>
      <xsl:otherwise>Factuur</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Units of UN/ECE recommendations 20 and 21 that Dutch trade uses: a word, or that for one and that for more; any
       other is shown by its code. -->
  <xsl:variable name="l-units" select="concat(
      '|C62=st.|EA=st.|H87=st.|PCE=st.|XPP=st.|NAR=st.|SEC=s|MIN=min.|HUR=uur|LH=uur|DAY=dag/dagen|',
      'E49=werkdag/werkdagen|WEE=week/weken|MON=maand/maanden|QAN=kwartaal/kwartalen|ANN=jaar|MMT=mm|CMT=cm|DMT=dm|',
      'MTR=m|LM=m¹|KMT=km|KTM=km|INH=inch|FOT=voet|MMK=mm²|CMK=cm²|DMK=dm²|MTK=m²|ARE=are|HAR=ha|CMQ=cm³|DMQ=dm³|',
      'MTQ=m³|MLT=ml|CLT=cl|DLT=dl|LTR=l|HLT=hl|MGM=mg|GRM=g|KGM=kg|DTN=100 kg|TNE=ton|WTT=W|KWT=kW|WHR=Wh|KWH=kWh|',
      'MWH=MWh|3B=MJ|GV=GJ|AMP=A|VLT=V|KVA=kVA|SET=set/sets|PR=paar|NPR=paar|DZN=dozijn|CEN=× 100|MIL=× 1000|',
      'XRO=rol/rollen|RO=rol/rollen|XBX=doos/dozen|BX=doos/dozen|XCT=doos/dozen|CT=doos/dozen|XPK=pak/pakken|',
      'PK=pak/pakken|XPA=pak/pakken|XPX=pallet/pallets|PF=pallet/pallets|XBG=zak/zakken|BG=zak/zakken|XSA=zak/zakken|',
      'SA=zak/zakken|XBO=fles/flessen|BO=fles/flessen|XCY=cilinder/cilinders|XCX=bus/bussen|XTU=tube/tubes|',
      'TU=tube/tubes|XBJ=emmer/emmers|XPL=emmer/emmers|XDR=vat/vaten|DR=vat/vaten|XCR=krat/kratten|CR=krat/kratten|',
      'XCS=kist/kisten|CS=kist/kisten|XBE=bundel/bundels|BE=bundel/bundels|XST=vel/vellen|ST=vel/vellen|',
      'XCQ=patroon/patronen|E48=dienst/diensten|E51=klus/klussen|E54=rit/ritten|ACT=keer|IE=persoon/personen|',
      'LS=vast bedrag|P1=%|ZZ=|')"/>

  <!-- VAT categories (UNCL5305). For AE the law wants the words "Btw verlegd" on the invoice. -->
  <xsl:template name="vat-category">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'S'">Btw</xsl:when>
      <xsl:when test="$code = 'Z'">Nultarief</xsl:when>
      <xsl:when test="$code = 'E'">Vrijgesteld van btw</xsl:when>
      <xsl:when test="$code = 'AE'">Btw verlegd</xsl:when>
      <xsl:when test="$code = 'K'">Intracommunautaire levering</xsl:when>
      <xsl:when test="$code = 'G'">Uitvoer buiten de EU</xsl:when>
      <xsl:when test="$code = 'O'">Buiten de heffing van btw</xsl:when>
      <xsl:when test="$code = 'L'">IGIC (Canarische Eilanden)</xsl:when>
      <xsl:when test="$code = 'M'">IPSI (Ceuta en Melilla)</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="vat-short">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'AE'">verlegd</xsl:when>
      <xsl:when test="$code = 'E'">vrij</xsl:when>
      <xsl:when test="$code = 'O'">geen</xsl:when>
      <xsl:when test="$code = 'K'">ICL</xsl:when>
      <xsl:when test="$code = 'G'">uitvoer</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Payment means (UNTDID 4461). -->
  <xsl:template name="means">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = '1'"/>
      <xsl:when test="$code = '10'">Contant</xsl:when>
      <xsl:when test="$code = '20'">Cheque</xsl:when>
      <xsl:when test="$code = '30' or $code = '31' or $code = '42' or $code = '58'">Overboeking</xsl:when>
      <xsl:when test="$code = '48' or $code = '54' or $code = '55'">Kaartbetaling</xsl:when>
      <xsl:when test="$code = '49' or $code = '59'">Automatische incasso</xsl:when>
      <xsl:when test="$code = '57'">Doorlopende afspraak</xsl:when>
      <xsl:when test="$code = '68'">Online betaling</xsl:when>
      <xsl:when test="$code = '97'">Verrekening</xsl:when>
      <xsl:when test="$code = 'ZZZ'"/>
      <xsl:otherwise><xsl:value-of select="concat('Code ', $code)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Reasons for which no VAT is charged (CEF VATEX), where the document gives the code only. -->
  <xsl:template name="exemption">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'VATEX-EU-AE'">Btw verlegd</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-IC'">Intracommunautaire levering</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-G'">Uitvoer buiten de EU</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-O'">Buiten de heffing van btw</xsl:when>
      <xsl:when test="starts-with($code, 'VATEX-EU-1')">
        <xsl:value-of select="concat('Vrijgesteld volgens de Btw-richtlijn (', $code, ')')"/>
      </xsl:when>
      <xsl:when test="$code = 'VATEX-EU-D'">Bijzondere regeling: tweedehands vervoermiddelen</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-F'">Bijzondere regeling: gebruikte goederen</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-I'">Bijzondere regeling: kunstvoorwerpen</xsl:when>
      <xsl:when test="$code = 'VATEX-EU-J'">Bijzondere regeling: antiquiteiten</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- When VAT falls due (UNTDID 2005 as EN 16931 uses it). -->
  <xsl:template name="tax-due">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = '3'">factuurdatum</xsl:when>
      <xsl:when test="$code = '35'">levering</xsl:when>
      <xsl:when test="$code = '432'">betaling</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="country">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'NL'">Nederland</xsl:when>
      <xsl:when test="$code = 'BE'">België</xsl:when>
      <xsl:when test="$code = 'DE'">Duitsland</xsl:when>
      <xsl:when test="$code = 'FR'">Frankrijk</xsl:when>
      <xsl:when test="$code = 'LU'">Luxemburg</xsl:when>
      <xsl:when test="$code = 'GB'">Verenigd Koninkrijk</xsl:when>
      <xsl:when test="$code = 'IE'">Ierland</xsl:when>
      <xsl:when test="$code = 'DK'">Denemarken</xsl:when>
      <xsl:when test="$code = 'SE'">Zweden</xsl:when>
      <xsl:when test="$code = 'NO'">Noorwegen</xsl:when>
      <xsl:when test="$code = 'FI'">Finland</xsl:when>
      <xsl:when test="$code = 'AT'">Oostenrijk</xsl:when>
      <xsl:when test="$code = 'CH'">Zwitserland</xsl:when>
      <xsl:when test="$code = 'IT'">Italië</xsl:when>
      <xsl:when test="$code = 'ES'">Spanje</xsl:when>
      <xsl:when test="$code = 'PT'">Portugal</xsl:when>
      <xsl:when test="$code = 'PL'">Polen</xsl:when>
      <xsl:when test="$code = 'CZ'">Tsjechië</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

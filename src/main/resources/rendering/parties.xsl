<?xml version="1.0" encoding="UTF-8"?>
<!-- Seller, buyer, payee, tax representative and place of delivery. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">

  <xsl:template name="parties">
    <table class="parties">
      <tr>
        <td class="customer">
          <div class="caption"><xsl:value-of select="$l-to-customer"/></div>
          <xsl:call-template name="party"><xsl:with-param name="party" select="$customer"/></xsl:call-template>
        </td>
        <td class="supplier">
          <xsl:call-template name="party"><xsl:with-param name="party" select="$supplier"/></xsl:call-template>
        </td>
      </tr>
    </table>
  </xsl:template>

  <!-- Registration name, else trading name. -->
  <xsl:template name="party-name">
    <xsl:param name="party"/>
    <xsl:variable name="registered" select="$party/cac:PartyLegalEntity/cbc:RegistrationName"/>
    <xsl:choose>
      <xsl:when test="$registered"><xsl:value-of select="$registered"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$party/cac:PartyName/cbc:Name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="party">
    <xsl:param name="party"/>
    <xsl:variable name="name">
      <xsl:call-template name="party-name"><xsl:with-param name="party" select="$party"/></xsl:call-template>
    </xsl:variable>
    <div class="name"><xsl:value-of select="$name"/></div>
    <xsl:for-each select="$party/cac:PartyName/cbc:Name[. != $name]">
      <div><xsl:value-of select="concat($l-trade-name, .)"/></div>
    </xsl:for-each>
    <xsl:apply-templates select="$party/cac:PostalAddress"/>
    <xsl:apply-templates select="$party/cac:Contact"/>
    <div class="ids">
      <xsl:apply-templates select="$party/cac:PartyLegalEntity/cbc:CompanyID"/>
      <xsl:apply-templates select="$party/cac:PartyTaxScheme[cbc:CompanyID]"/>
      <xsl:apply-templates select="$party/cac:PartyIdentification/cbc:ID"/>
      <xsl:apply-templates select="$party/cbc:EndpointID"/>
      <xsl:for-each select="$party/cac:PartyLegalEntity/cbc:CompanyLegalForm">
        <div class="text"><xsl:value-of select="."/></div>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="cac:PostalAddress | cac:Address">
    <xsl:if test="cbc:Postbox"><div><xsl:value-of select="cbc:Postbox"/></div></xsl:if>
    <xsl:if test="cbc:StreetName or cbc:BuildingNumber">
      <div><xsl:value-of select="normalize-space(concat(cbc:StreetName, ' ', cbc:BuildingNumber))"/></div>
    </xsl:if>
    <xsl:for-each select="cbc:AdditionalStreetName | cac:AddressLine/cbc:Line">
      <div><xsl:value-of select="."/></div>
    </xsl:for-each>
    <xsl:if test="cbc:PostalZone or cbc:CityName">
      <div><xsl:value-of select="normalize-space(concat(cbc:PostalZone, '&#160; ', cbc:CityName))"/></div>
    </xsl:if>
    <xsl:if test="cbc:CountrySubentity"><div><xsl:value-of select="cbc:CountrySubentity"/></div></xsl:if>
    <xsl:if test="cac:Country/cbc:IdentificationCode">
      <div>
        <xsl:call-template name="country">
          <xsl:with-param name="code" select="normalize-space(cac:Country/cbc:IdentificationCode)"/>
        </xsl:call-template>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cac:Contact">
    <div class="contact">
      <xsl:if test="cbc:Name">
        <div>
          <xsl:choose>
            <xsl:when test="../parent::cac:AccountingCustomerParty"><xsl:value-of select="$l-attention"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$l-contact"/></xsl:otherwise>
          </xsl:choose>
          <xsl:value-of select="cbc:Name"/>
        </div>
      </xsl:if>
      <xsl:if test="cbc:Telephone"><div><xsl:value-of select="concat($l-phone, cbc:Telephone)"/></div></xsl:if>
      <xsl:if test="cbc:ElectronicMail"><div><xsl:value-of select="cbc:ElectronicMail"/></div></xsl:if>
    </div>
  </xsl:template>

  <!-- BT-30, BT-47: what kind of number it is, by its scheme (ISO 6523). -->
  <xsl:template match="cac:PartyLegalEntity/cbc:CompanyID">
    <xsl:call-template name="identifier">
      <xsl:with-param name="id" select="."/>
      <xsl:with-param name="otherwise" select="$l-registration"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="cac:PartyIdentification/cbc:ID">
    <!-- the buyer's number is among the facts, the creditor's (BT-90) with the payment; a number is shown once -->
    <xsl:variable name="legal" select="../../cac:PartyLegalEntity/cbc:CompanyID"/>
    <xsl:variable name="shown-elsewhere" select=". = $legal
        or (@schemeID = 'SEPA' and (../../parent::cac:AccountingSupplierParty or ../parent::cac:PayeeParty))
        or (../../parent::cac:AccountingCustomerParty and not(@schemeID) and . = $customer-number)"/>
    <xsl:if test="not($shown-elsewhere)">
      <xsl:call-template name="identifier">
        <xsl:with-param name="id" select="."/>
        <xsl:with-param name="otherwise" select="$l-identification"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cac:PartyTaxScheme">
    <div>
      <xsl:choose>
        <xsl:when test="normalize-space(cac:TaxScheme/cbc:ID) = 'VAT'"><xsl:value-of select="$l-vat-number"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$l-tax-number"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(' ', cbc:CompanyID)"/>
    </div>
  </xsl:template>

  <xsl:template match="cbc:EndpointID">
    <div>
      <xsl:value-of select="concat($l-endpoint, ' ')"/>
      <xsl:if test="@schemeID"><xsl:value-of select="concat(@schemeID, ':')"/></xsl:if>
      <xsl:value-of select="."/>
    </div>
  </xsl:template>

  <xsl:template name="identifier">
    <xsl:param name="id"/>
    <xsl:param name="otherwise"/>
    <xsl:variable name="scheme" select="normalize-space($id/@schemeID)"/>
    <div>
      <xsl:choose>
        <xsl:when test="$scheme = '0106' or $scheme = 'NL:KVK'"><xsl:value-of select="$l-coc"/></xsl:when>
        <xsl:when test="$scheme = '0190' or $scheme = 'NL:OINO' or $scheme = 'NL:OIN'">
          <xsl:value-of select="$l-oin"/>
        </xsl:when>
        <xsl:when test="$scheme = '9944' or $scheme = 'NL:VAT'"><xsl:value-of select="$l-vat-number"/></xsl:when>
        <xsl:when test="$scheme = '0208'"><xsl:value-of select="$l-enterprise"/></xsl:when>
        <xsl:when test="$scheme = '0088'">GLN</xsl:when>
        <xsl:when test="$scheme = ''"><xsl:value-of select="$otherwise"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($otherwise, ' (', $scheme, ')')"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(' ', $id)"/>
    </div>
  </xsl:template>

  <!-- payee (BG-10), tax representative (BG-11) and delivery (BG-13), three beside each other -->
  <xsl:template name="other-parties">
    <xsl:variable name="others" select="$document/cac:PayeeParty | $document/cac:TaxRepresentativeParty
        | $document/cac:Delivery[cac:DeliveryLocation or cac:DeliveryParty or cbc:ActualDeliveryDate]"/>
    <xsl:if test="$others">
      <table class="others">
        <xsl:for-each select="$others[position() mod 3 = 1]">
          <xsl:variable name="before" select="3 * (position() - 1)"/>
          <tr>
            <xsl:for-each select="$others[position() &gt; $before and position() &lt;= $before + 3]">
              <td><xsl:apply-templates select="." mode="other"/></td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cac:PayeeParty" mode="other">
    <h2><xsl:value-of select="$l-payee"/></h2>
    <xsl:call-template name="party"><xsl:with-param name="party" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="cac:TaxRepresentativeParty" mode="other">
    <h2><xsl:value-of select="$l-tax-representative"/></h2>
    <xsl:call-template name="party"><xsl:with-param name="party" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="cac:Delivery" mode="other">
    <h2><xsl:value-of select="$l-delivery"/></h2>
    <xsl:if test="cbc:ActualDeliveryDate">
      <div>
        <xsl:value-of select="concat($l-delivery-date, ' ')"/>
        <xsl:call-template name="date"><xsl:with-param name="value" select="cbc:ActualDeliveryDate"/></xsl:call-template>
      </div>
    </xsl:if>
    <xsl:for-each select="cac:DeliveryParty/cac:PartyName/cbc:Name | cac:DeliveryLocation/cbc:Name">
      <div class="name"><xsl:value-of select="."/></div>
    </xsl:for-each>
    <xsl:apply-templates select="cac:DeliveryLocation/cac:Address"/>
    <xsl:for-each select="cac:DeliveryLocation/cbc:ID">
      <xsl:call-template name="identifier">
        <xsl:with-param name="id" select="."/>
        <xsl:with-param name="otherwise" select="$l-location"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

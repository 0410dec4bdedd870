<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers, dates and references of the document as a whole, and the list of its attachments. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="cbc cac">

  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="class" select="'fact'"/>
    <xsl:if test="string($value) != ''">
      <div class="{$class}">
        <div class="label"><xsl:value-of select="$label"/></div>
        <div><xsl:value-of select="$value"/></div>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="date-fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$label"/>
      <xsl:with-param name="value">
        <xsl:call-template name="date"><xsl:with-param name="value" select="$value"/></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="facts">
    <div class="facts">
      <xsl:call-template name="own-facts"/>
      <xsl:call-template name="references"/>
      <xsl:for-each select="$document/cac:InvoicePeriod[cbc:StartDate or cbc:EndDate]">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="$l-period"/>
          <xsl:with-param name="class" select="'fact wide'"/>
          <xsl:with-param name="value">
            <xsl:call-template name="period">
              <xsl:with-param name="from" select="cbc:StartDate"/>
              <xsl:with-param name="to" select="cbc:EndDate"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-currency"/>
        <xsl:with-param name="value" select="$currency"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <!-- As the program looks the customer up; what else identifies the buyer (BT-46) is shown with the buyer. -->
  <xsl:variable name="assigned"
      select="$document/cac:AccountingCustomerParty/cbc:SupplierAssignedAccountID[normalize-space(.) != '']"/>
  <xsl:variable name="customer-number" select="$assigned[1]
      | $customer/cac:PartyIdentification[not($assigned)][cbc:ID[not(@schemeID)]][1]/cbc:ID[not(@schemeID)]"/>

  <xsl:template name="own-facts">
    <xsl:choose>
      <xsl:when test="$credit = 'yes'">
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="$l-credit-number"/>
          <xsl:with-param name="value" select="$document/cbc:ID"/>
        </xsl:call-template>
        <xsl:call-template name="date-fact">
          <xsl:with-param name="label" select="$l-credit-date"/>
          <xsl:with-param name="value" select="$document/cbc:IssueDate"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fact">
          <xsl:with-param name="label" select="$l-invoice-number"/>
          <xsl:with-param name="value" select="$document/cbc:ID"/>
        </xsl:call-template>
        <xsl:call-template name="date-fact">
          <xsl:with-param name="label" select="$l-invoice-date"/>
          <xsl:with-param name="value" select="$document/cbc:IssueDate"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <!-- BT-9; a credit note has it with the payment means -->
    <xsl:call-template name="date-fact">
      <xsl:with-param name="label" select="$l-due-date"/>
      <xsl:with-param name="value" select="$document/cbc:DueDate | $document/cac:PaymentMeans[1]/cbc:PaymentDueDate"/>
    </xsl:call-template>
    <xsl:call-template name="date-fact">
      <xsl:with-param name="label" select="$l-tax-date"/>
      <xsl:with-param name="value" select="$document/cbc:TaxPointDate"/>
    </xsl:call-template>
    <!-- BT-8 -->
    <xsl:for-each select="$document/cac:InvoicePeriod/cbc:DescriptionCode">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-tax-due"/>
        <xsl:with-param name="value">
          <xsl:call-template name="tax-due">
            <xsl:with-param name="code" select="normalize-space(.)"/>
          </xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$l-customer-number"/>
      <xsl:with-param name="value" select="$customer-number"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="references">
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$l-your-reference"/>
      <xsl:with-param name="value" select="$document/cbc:BuyerReference"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$l-order"/>
      <xsl:with-param name="value" select="$document/cac:OrderReference/cbc:ID"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$l-sales-order"/>
      <xsl:with-param name="value" select="$document/cac:OrderReference/cbc:SalesOrderID"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="$l-cost-centre"/>
      <xsl:with-param name="value" select="$document/cbc:AccountingCost"/>
    </xsl:call-template>
    <xsl:for-each select="$document/cac:BillingReference/cac:InvoiceDocumentReference">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-preceding"/>
        <xsl:with-param name="class" select="'fact wide'"/>
        <xsl:with-param name="value">
          <xsl:value-of select="cbc:ID"/>
          <xsl:if test="cbc:IssueDate">
            <xsl:value-of select="$l-dated"/>
            <xsl:call-template name="date"><xsl:with-param name="value" select="cbc:IssueDate"/></xsl:call-template>
          </xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <!-- BT-11: a credit note has its project among the additional documents, with type code 50; some invoices too -->
    <xsl:for-each select="$document/cac:ProjectReference
        | $document/cac:AdditionalDocumentReference[normalize-space(cbc:DocumentTypeCode) = '50']">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-project"/>
        <xsl:with-param name="value" select="cbc:ID"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$document/cac:ContractDocumentReference/cbc:ID">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-contract"/>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$document/cac:DespatchDocumentReference/cbc:ID">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-despatch"/>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$document/cac:ReceiptDocumentReference/cbc:ID">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-receipt"/>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$document/cac:OriginatorDocumentReference/cbc:ID">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-tender"/>
        <xsl:with-param name="value" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <!-- BT-18 -->
    <xsl:for-each select="$document/cac:AdditionalDocumentReference[normalize-space(cbc:DocumentTypeCode) = '130']">
      <xsl:call-template name="fact">
        <xsl:with-param name="label" select="$l-object"/>
        <xsl:with-param name="value" select="cbc:ID"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- BG-24: named, not shown -->
  <xsl:template name="attachments">
    <xsl:variable name="attached" select="$document/cac:AdditionalDocumentReference
        [cac:Attachment or not(contains(' 130 50 ', concat(' ', normalize-space(cbc:DocumentTypeCode), ' ')))]"/>
    <xsl:if test="$attached">
      <div class="block">
        <h2><xsl:value-of select="$l-attachments"/></h2>
        <xsl:for-each select="$attached">
          <div class="small">
            <xsl:value-of select="cbc:ID"/>
            <xsl:variable name="id" select="normalize-space(cbc:ID)"/>
            <xsl:for-each select="cbc:DocumentType | cbc:DocumentDescription
                | cac:Attachment/cbc:EmbeddedDocumentBinaryObject/@filename
                | cac:Attachment/cac:ExternalReference/cbc:URI">
              <xsl:if test="normalize-space(.) != $id">
                <xsl:value-of select="concat(' · ', .)"/>
              </xsl:if>
            </xsl:for-each>
          </div>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

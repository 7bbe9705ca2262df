"""Postings as they are pasted, of our own writing; employers and places are made up."""

HOSPITAL = """
<div class="posting"><h1>Patient Access Coordinator</h1>
<h2>About us</h2><p>Lakeview Health cares. We use Salesforce to send newsletters.</p>
<h3>What you&rsquo;ll do</h3>
<ul><li>Complete patient intake and schedule appointments</li>
<li>Calm tense situations at the front desk (de-escalation)</li>
<li>Keep accurate records in Epic</li></ul>
<h3>Qualifications</h3>
<ul><li>High school diploma or GED required; Bachelor&#39;s degree preferred</li>
<li>2+ years of experience in customer service</li>
<li>Bilingual (English/Spanish) strongly preferred</li>
<li>Proficient in Microsoft Office, especially Excel</li>
<li>CPR certification or willingness to obtain</li>
<li>Comfortable standing for long periods</li></ul>
<h3>Benefits</h3><ul><li>Medical, dental, 401(k)</li><li>French lessons and Tableau training</li></ul>
<p>Lakeview is an equal opportunity employer, without regard to race, religion or Portuguese ancestry.</p>
<script>var tool = "QuickBooks";</script></div>
"""

WAREHOUSE = """LOGISTICS SUPERVISOR - Night shift

Responsibilities:
- Lead a team of 12 in our warehouse
- Plan routes and manage the fleet

Requirements:
* Minimum of five years of experience in logistics
* Valid driver's license; CDL a plus
* Forklift certification
* Strong Excel skills; SAP preferred
* OSHA 30

How to apply
Send your Word document to jobs@example.org. Python is not needed.
"""

SPANISH = """Trabajador/a de casos bilingüe

Funciones:
• Gestión de casos de familias recién llegadas
• Redacción de informes

Requisitos:
• Licenciatura o maestría en trabajo social
• Mínimo dos años de experiencia en atención al cliente
• Dominio del español y del inglés; portugués deseable
• Licencia de conducir vigente
• Manejo de Excel

Ofrecemos:
• Seguro médico y clases de francés
"""

# As a job board's interface passes it on: the signs of its HTML written out.
ENCODED = (
    "&lt;p&gt;&lt;strong&gt;Requirements&lt;/strong&gt;&lt;/p&gt;"
    "&lt;ul&gt;&lt;li&gt;Spanish &amp;amp; English&lt;/li&gt;&lt;li&gt;SQL&lt;/li&gt;&lt;/ul&gt;"
)
